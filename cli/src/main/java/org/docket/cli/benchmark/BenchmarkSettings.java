/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.docket.error.DocketException;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import picocli.CommandLine.Option;

/** What {@code docket benchmark} measures, as the user asked for it. */
public final class BenchmarkSettings {

  private static final int VOCABULARY = 20_000;
  private static final int EMBEDDING = 100;
  private static final int CATEGORIES = 9;

  private static final int MAX_LENGTH = 100_000;
  private static final int MAX_THREADS = 1024;
  private static final int MAX_BATCH = 10_000;
  private static final int MAX_TOKENS = 100_000_000;
  private static final int MAX_SECONDS = 3600;

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "200",
      description = "Tokens in a document (default: ${DEFAULT-VALUE}).")
  private int length;

  @Option(
      names = "--units",
      paramLabel = "N[,N]",
      split = ",",
      defaultValue = "50,20",
      description = "Units of one or two LSTM layers, bottom up (default: ${DEFAULT-VALUE}).")
  private List<Integer> units;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Threads, each with documents of its own; one per core is best (default:"
              + " ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "1",
      description = "Documents in a call (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long to measure, warm-up included (default: ${DEFAULT-VALUE}).")
  private double seconds;

  /** Tokens in a document. */
  public int length() {
    return length;
  }

  /** How many threads work at once. */
  public int threads() {
    return threads;
  }

  /** Documents in a call, or in a training step. */
  public int batch() {
    return batch;
  }

  /** How long to measure, warm-up included. */
  public Duration time() {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /**
   * The network: a vocabulary of 20,000, embeddings of 100, LSTM layers whose last step goes to
   * nine categories; after all settings have been checked.
   *
   * @throws DocketException if one of them is out of range; the message names it
   */
  public NetworkShape shape() {
    requireRanges();
    requireRange("--length", length, MAX_LENGTH);
    if ((long) threads * batch * length > MAX_TOKENS) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "--threads %d with --batch %d and --length %d is too much: at most %d tokens in all",
              threads,
              batch,
              length,
              MAX_TOKENS));
    }
    try {
      return new NetworkShape(VOCABULARY, EMBEDDING, units, false, Pooling.LAST, false, CATEGORIES);
    } catch (IllegalArgumentException e) {
      throw new DocketException("--units " + join(units) + ": " + e.getMessage(), e);
    }
  }

  /**
   * A batch of documents of random tokens.
   *
   * @return [batch x length] ids
   */
  public int[][] documents(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] documents = new int[batch][];
    for (int i = 0; i < batch; i++) {
      documents[i] = random.ints(length, 0, VOCABULARY).toArray();
    }
    return documents;
  }

  /**
   * Checks what is measured with any network.
   *
   * @throws DocketException if threads, batch or seconds are out of range; the message names it
   */
  void requireRanges() {
    requireRange("--threads", threads, MAX_THREADS);
    requireRange("--batch", batch, MAX_BATCH);
    if (!(seconds > 0 && seconds <= MAX_SECONDS)) {
      throw new DocketException(
          "--seconds must be above 0 and at most " + MAX_SECONDS + ", but is " + seconds);
    }
  }

  private static void requireRange(String option, int value, int max) {
    if (value < 1 || value > max) {
      throw new DocketException(option + " must be from 1 to " + max + ", but is " + value);
    }
  }

  private static String join(List<Integer> units) {
    return String.join(",", units.stream().map(Object::toString).toList());
  }
}
