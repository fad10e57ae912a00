/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.Locale;

/**
 * A linear model over the n-grams of a text, beside the LSTM: unigrams, which are the known ids,
 * and bigrams, which are pairs of known ids that stand next to each other. N-grams that have no row
 * do not count.
 *
 * <p>The value of an n-gram that stands c times in a text is {@code (1 + ln c) * idf}, with {@code
 * idf = 1 + ln((1 + documents) / (1 + documentFrequency))}; the values of a text are divided by
 * their Euclidean norm (TF-IDF, sublinear, as scikit-learn has it). The logit of a category is the
 * sum over the n-grams of value times weight, without a bias.
 *
 * <p>Rows are first those of the unigrams, by id, of which the unknown one has nothing; then those
 * of the bigrams. Weights are bytes with a scale for each category, so that a model stays small.
 *
 * <p>The arrays are not copied: whoever makes one gives its arrays away, and nobody writes to them
 * any more.
 *
 * @param documents the n-grams were counted in; at least 1
 * @param documentFrequencies [rows] how many of the documents have the n-gram; with 0 it is not
 *     part of the model and does not count
 * @param first [bigrams] the first id of each; strictly ascending by first, then second
 * @param second [bigrams] the second id of each
 * @param weights [rows x categories] in units of the scales
 * @param scales [categories] what a weight of 1 is worth
 */
public record NgramWeights(
    int documents,
    int[] documentFrequencies,
    int[] first,
    int[] second,
    byte[] weights,
    float[] scales) {

  public NgramWeights {
    if (documents < 1) {
      throw new IllegalArgumentException(
          "n-grams must be counted in 1 document or more, but are in " + documents);
    }
    requireSize("second tokens of bigrams", second.length, first.length);
    long weightCount = (long) documentFrequencies.length * scales.length;
    requireSize("weights of n-grams", weights.length, weightCount);
    int vocabularySize = documentFrequencies.length - first.length;
    if (vocabularySize < 1 || scales.length < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d document frequencies and %d scales cannot be of %d bigrams",
              documentFrequencies.length,
              scales.length,
              first.length));
    }
    requireFrequencies(documentFrequencies, documents);
    requireBigrams(first, second, vocabularySize);
    for (float scale : scales) {
      if (!(scale >= 0 && WeightRange.has(scale))) {
        throw new IllegalArgumentException(
            "a scale of n-grams must be from 0 to 1.0E9, but is " + scale);
      }
    }
  }

  /**
   * Rounds weights to bytes, symmetrically, so that the largest of a category becomes ±127: no
   * weight moves by more than half a scale.
   *
   * @param weights [rows x categories]
   */
  public static NgramWeights quantized(
      int documents, int[] documentFrequencies, int[] first, int[] second, Matrix weights) {
    float[] scales = scales(weights);
    byte[] rounded = new byte[weights.values().length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = rounded(weights.values()[i], scales[i % scales.length]);
    }
    return new NgramWeights(documents, documentFrequencies, first, second, rounded, scales);
  }

  private static byte rounded(float weight, float scale) {
    // A scale may itself be rounded, next to 0 by much.
    int value = scale == 0 ? 0 : Math.round(weight / scale);
    return (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, value));
  }

  private static float[] scales(Matrix weights) {
    float[] scales = new float[weights.columns()];
    for (int i = 0; i < weights.values().length; i++) {
      float weight = weights.values()[i];
      if (!WeightRange.has(weight)) {
        throw new IllegalArgumentException(WeightRange.problem(weight));
      }
      int category = i % scales.length;
      scales[category] = Math.max(scales[category], Math.abs(weight) / Byte.MAX_VALUE);
    }
    return scales;
  }

  /** How many n-grams there are, the unknown token counted. */
  public int rows() {
    return documentFrequencies.length;
  }

  /** How many bigrams there are. */
  public int bigrams() {
    return first.length;
  }

  /** How many ids there are; the row of the first bigram. */
  public int vocabularySize() {
    return rows() - bigrams();
  }

  /** How many categories there are. */
  public int categories() {
    return scales.length;
  }

  /** The weight of an n-gram for a category. */
  public float weight(int row, int category) {
    return weights[row * categories() + category] * scales[category];
  }

  /** The inverse document frequency of an n-gram; 0 if it is not part of the model. */
  public float inverseDocumentFrequency(int row) {
    return inverseDocumentFrequency(documents, documentFrequencies[row]);
  }

  /**
   * The inverse document frequency of an n-gram; 0 if it is not part of a model.
   *
   * @param documents the n-grams were counted in
   * @param frequency how many of these have it
   */
  public static float inverseDocumentFrequency(int documents, int frequency) {
    return frequency == 0 ? 0 : (float) (1 + Math.log((1.0 + documents) / (1.0 + frequency)));
  }

  void requireShape(int expectedVocabulary, int expectedCategories) {
    if (vocabularySize() != expectedVocabulary || categories() != expectedCategories) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "n-grams must be of %d tokens and %d categories, but are of %d and %d",
              expectedVocabulary,
              expectedCategories,
              vocabularySize(),
              categories()));
    }
  }

  private static void requireSize(String name, int size, long expected) {
    if (size != expected) {
      throw new IllegalArgumentException(
          "there must be " + expected + " " + name + ", but are " + size);
    }
  }

  private static void requireFrequencies(int[] frequencies, int documents) {
    for (int frequency : frequencies) {
      if (frequency < 0 || frequency > documents) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a document frequency must be from 0 to %d, but is %d",
                documents,
                frequency));
      }
    }
    if (frequencies[0] != 0) {
      throw new IllegalArgumentException(
          "the unknown token is no n-gram, but its document frequency is " + frequencies[0]);
    }
  }

  private static void requireBigrams(int[] first, int[] second, int vocabularySize) {
    long before = 0;
    for (int i = 0; i < first.length; i++) {
      int a = first[i];
      int b = second[i];
      if (a < 1 || a >= vocabularySize || b < 1 || b >= vocabularySize) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the ids of a bigram must be from 1 to %d, but are %d and %d",
                vocabularySize - 1,
                a,
                b));
      }
      long key = ((long) a << Integer.SIZE) | b;
      if (key <= before) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "bigrams must ascend, but (%d, %d) follows (%d, %d)",
                a,
                b,
                first[i - 1],
                second[i - 1]));
      }
      before = key;
    }
  }
}
