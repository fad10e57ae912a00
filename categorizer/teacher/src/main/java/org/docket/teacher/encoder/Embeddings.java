/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.docket.corpus.soft.Teacher;
import org.docket.error.DocketException;
import org.docket.io.Sha256;
import org.docket.teacher.work.Workers;

/**
 * The vectors of many texts: in batches of texts of about the same length, on several threads, kept
 * in a file meanwhile. The batches do not depend on threads nor on what the file has, so that the
 * vectors do not either.
 */
public final class Embeddings {

  /** Larger batches are no faster, and pad more. */
  private static final int BATCH = 16;

  private final SentenceEncoder encoder;
  private final List<int[]> texts;
  private final List<int[]> batches;
  private final float[][] vectors;

  private Embeddings(SentenceEncoder encoder, List<int[]> texts) {
    this.encoder = encoder;
    this.texts = texts;
    this.batches = batches(texts);
    this.vectors = new float[texts.size()][];
  }

  /**
   * Computes the vectors of texts.
   *
   * @param file that keeps them meanwhile
   * @param resume whether to take what is in the file
   * @param listener is told of each text
   * @return the vectors, in the order of the texts
   * @throws DocketException if the file is of other texts, or cannot be written
   */
  public static float[][] of(
      List<String> texts,
      SentenceEncoder encoder,
      Path file,
      boolean resume,
      int threads,
      Teacher.Listener listener) {
    List<int[]> pieces = texts.parallelStream().map(encoder::pieces).toList();
    Embeddings embeddings = new Embeddings(encoder, pieces);
    listener.started("sentence vectors", "texts", texts.size());
    try {
      embeddings.run(file, resume, threads, listener);
    } catch (IOException e) {
      throw new DocketException(file + " cannot be written: " + e.getMessage(), e);
    } finally {
      listener.finished();
    }
    return embeddings.vectors;
  }

  /** The longest first: what needs most memory fails at once, if it does. */
  private static List<int[]> batches(List<int[]> texts) {
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -texts.get(i).length))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> batches = new ArrayList<>();
    for (int start = 0; start < order.length; start += BATCH) {
      batches.add(Arrays.copyOfRange(order, start, Math.min(order.length, start + BATCH)));
    }
    return batches;
  }

  private void run(Path file, boolean resume, int threads, Teacher.Listener listener)
      throws IOException {
    if (batches.isEmpty()) {
      return;
    }
    int size = embed(new int[] {0})[0].length;
    int[] sizes = batches.stream().mapToInt(batch -> batch.length * size).toArray();
    int[] next = {0};
    try (EmbeddingFile kept =
        resume
            ? EmbeddingFile.resume(
                file,
                fingerprint(),
                sizes,
                values -> {
                  int[] batch = batches.get(next[0]++);
                  put(batch, values);
                  listener.done(batch.length);
                })
            : EmbeddingFile.begin(file, fingerprint())) {
      compute(next[0], kept, threads, listener);
    }
  }

  private void compute(int first, EmbeddingFile kept, int threads, Teacher.Listener listener)
      throws IOException {
    try (Workers workers = new Workers(threads, "docket-encoder")) {
      Deque<Future<float[][]>> ahead = new ArrayDeque<>();
      int next = first;
      for (int done = first; done < batches.size(); done++) {
        while (next < batches.size() && ahead.size() < 2 * threads) {
          int[] batch = batches.get(next++);
          ahead.add(workers.submit(() -> embed(batch)));
        }
        float[] values = flat(Workers.result(ahead.remove()));
        kept.append(values);
        put(batches.get(done), values);
        listener.done(batches.get(done).length);
      }
    }
  }

  private float[][] embed(int[] batch) {
    return encoder.embed(IntStream.of(batch).mapToObj(texts::get).toArray(int[][]::new));
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[i].length, rows[i].length);
    }
    return flat;
  }

  private void put(int[] batch, float[] values) {
    int size = values.length / batch.length;
    for (int i = 0; i < batch.length; i++) {
      vectors[batch[i]] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
    }
  }

  private byte[] fingerprint() {
    MessageDigest digest = Sha256.digest();
    digest.update(encoder.name().getBytes(StandardCharsets.UTF_8));
    for (int[] text : texts) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * text.length + 4).putInt(text.length);
      IntStream.of(text).forEach(bytes::putInt);
      digest.update(bytes.array());
    }
    return digest.digest();
  }
}
