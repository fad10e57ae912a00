/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.List;
import java.util.Objects;

/**
 * The family of networks that Docket trains and serves: embedding, one or two LSTM layers, in one
 * or two directions, pooling, softmax; with or without n-grams beside them.
 *
 * @param vocabularySize rows of the embedding; id 0 is the unknown token
 * @param embeddingSize length of a token's vector
 * @param units of each LSTM layer and direction, bottom up; one or two layers
 * @param bidirectional whether each layer also reads from the end; its outputs are then forward and
 *     backward side by side
 * @param pooling how the top layer's outputs become features
 * @param embeddingMean whether the mean of the tokens' vectors follows the pooled features
 * @param ngrams whether the logits of the n-grams, one per category, follow all other features: see
 *     {@link NgramWeights}
 * @param categories how many there are
 */
public record NetworkShape(
    int vocabularySize,
    int embeddingSize,
    List<Integer> units,
    boolean bidirectional,
    Pooling pooling,
    boolean embeddingMean,
    boolean ngrams,
    int categories) {

  /** No layer is wider than this; a larger number in a file is an error, not a wish. */
  public static final int MAX_WIDTH = 65_536;

  public NetworkShape {
    units = List.copyOf(units);
    Objects.requireNonNull(pooling, "pooling");
    requireRange("vocabularySize", vocabularySize, 1 << 24);
    requireRange("embeddingSize", embeddingSize, MAX_WIDTH);
    requireRange("the number of LSTM layers", units.size(), 2);
    for (int width : units) {
      requireRange("units", width, MAX_WIDTH);
    }
    requireRange("categories", categories, MAX_WIDTH);
  }

  /** A network without n-grams. */
  public NetworkShape(
      int vocabularySize,
      int embeddingSize,
      List<Integer> units,
      boolean bidirectional,
      Pooling pooling,
      boolean embeddingMean,
      int categories) {
    this(
        vocabularySize,
        embeddingSize,
        units,
        bidirectional,
        pooling,
        embeddingMean,
        false,
        categories);
  }

  /** This shape with n-grams or without. */
  public NetworkShape withNgrams(boolean wanted) {
    return new NetworkShape(
        vocabularySize,
        embeddingSize,
        units,
        bidirectional,
        pooling,
        embeddingMean,
        wanted,
        categories);
  }

  /** How many directions each layer has. */
  public int directions() {
    return bidirectional ? 2 : 1;
  }

  /** The width of a layer's input. */
  public int inputSize(int layer) {
    return layer == 0 ? embeddingSize : units.get(layer - 1) * directions();
  }

  /** The width of the top layer's output at one token. */
  public int topSize() {
    return units.get(units.size() - 1) * directions();
  }

  /** The width of the pooled outputs of the top layer, which come first of the features. */
  public int pooledSize() {
    return pooling == Pooling.LAST ? topSize() : 2 * topSize();
  }

  /** The width of the features of a text. */
  public int features() {
    return pooledSize() + (embeddingMean ? embeddingSize : 0) + (ngrams ? categories : 0);
  }

  /** How many weights a network of this shape has, without those of its n-grams. */
  public long weights() {
    long weights = (long) vocabularySize * embeddingSize;
    for (int layer = 0; layer < units.size(); layer++) {
      long width = units.get(layer);
      weights += directions() * (inputSize(layer) + width + 1) * 4 * width;
    }
    return weights + (features() + 1L) * categories;
  }

  private static void requireRange(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(name + " must be from 1 to " + max + ", but is " + value);
    }
  }
}
