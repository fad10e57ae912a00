/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.Locale;
import org.docket.error.DocketException;

/**
 * How large a model may be: the one limit of writing, of reading, and of what is worth training.
 */
public final class ModelSize {

  /**
   * Bytes of a payload, at most: a hundred times the usual. A model takes up to six times its
   * payload to load, and is loaded beside everything else that a Solr node holds.
   */
  public static final long LIMIT = 512L << 20;

  /** A token of a vocabulary: few languages have more than 16 letters in the mean. */
  private static final int TOKEN = Integer.BYTES + 32;

  /** A category: its name and its prior. */
  private static final int CATEGORY = 256;

  /** Provenance, stop words, and the counts that stand before everything. */
  private static final int REST = 1 << 20;

  private ModelSize() {}

  /**
   * Checks, before work is done, that a network of a shape can be written and read.
   *
   * @throws DocketException if the model would be too large; the message says how large, and what
   *     to lower
   */
  public static void requireWritable(NetworkShape shape) {
    requireWritable(shape, 0);
  }

  /**
   * Checks, before work is done, that a network of a shape can be written and read.
   *
   * @param bigrams how many it has at most, if it has n-grams
   * @throws DocketException if the model would be too large; the message says how large, and what
   *     to lower
   */
  public static void requireWritable(NetworkShape shape, int bigrams) {
    long bytes = estimate(shape, bigrams);
    if (bytes > LIMIT) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "a network of %,d tokens with embeddings of %,d%s would make a model of about %,d MiB,"
                  + " and at most %,d MiB are written and read: lower vocabulary.maxSize%s or"
                  + " network.embedding",
              shape.vocabularySize(),
              shape.embeddingSize(),
              shape.ngrams() ? String.format(Locale.ROOT, " and %,d bigrams", bigrams) : "",
              mebibytes(bytes),
              mebibytes(LIMIT),
              shape.ngrams() ? ", ngrams.maxBigrams" : ""));
    }
  }

  /** How many bytes the payload of a model has, or a few more. */
  static long estimate(NetworkShape shape, int bigrams) {
    return Float.BYTES * shape.weights()
        + (shape.ngrams() ? ngrams(shape, bigrams) : 0)
        + (long) TOKEN * shape.vocabularySize()
        + (long) CATEGORY * shape.categories()
        + REST;
  }

  /** Two ids of each bigram; of each n-gram a frequency, and a byte for each category. */
  private static long ngrams(NetworkShape shape, int bigrams) {
    long rows = (long) shape.vocabularySize() + bigrams;
    return 2L * Integer.BYTES * bigrams + rows * (Integer.BYTES + shape.categories());
  }

  private static long mebibytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
