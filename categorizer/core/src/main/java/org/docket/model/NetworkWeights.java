/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All weights of a network, checked against its shape.
 *
 * <p>The features of a text are the pooled outputs of the top layer, then, if the shape says so,
 * the mean of the embeddings, then, if it says so, the logits of the n-grams. {@link Pooling#LAST}:
 * forward | backward. {@link Pooling#MEAN_MAX}: mean (forward | backward) | maximum (forward |
 * backward).
 *
 * @param shape what the rest must fit
 * @param embedding [vocabulary x embedding size]
 * @param forward one per layer, bottom up
 * @param backward one per layer, bottom up; empty unless bidirectional
 * @param output [features x categories]
 * @param outputBias [categories]
 * @param ngrams there if the shape says so
 */
public record NetworkWeights(
    NetworkShape shape,
    Matrix embedding,
    List<LstmWeights> forward,
    List<LstmWeights> backward,
    Matrix output,
    float[] outputBias,
    Optional<NgramWeights> ngrams) {

  public NetworkWeights {
    forward = List.copyOf(forward);
    backward = List.copyOf(backward);
    embedding.requireShape("embedding", shape.vocabularySize(), shape.embeddingSize());
    requireLayers("forward", shape, forward, shape.units().size());
    requireLayers("backward", shape, backward, shape.bidirectional() ? shape.units().size() : 0);
    output.requireShape("output weights", shape.features(), shape.categories());
    if (outputBias.length != shape.categories()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "output bias must have %d values, but has %d",
              shape.categories(),
              outputBias.length));
    }
    if (ngrams.isPresent() != shape.ngrams()) {
      throw new IllegalArgumentException(
          "the shape has "
              + (shape.ngrams()
                  ? "n-grams, but there are none"
                  : "no n-grams, but there are some"));
    }
    if (ngrams.isPresent()) {
      ngrams.get().requireShape(shape.vocabularySize(), shape.categories());
    }
  }

  /** The weights of a network without n-grams. */
  public NetworkWeights(
      NetworkShape shape,
      Matrix embedding,
      List<LstmWeights> forward,
      List<LstmWeights> backward,
      Matrix output,
      float[] outputBias) {
    this(shape, embedding, forward, backward, output, outputBias, Optional.empty());
  }

  /**
   * Weights to measure and to test with: what a pass costs does not depend on them, as long as they
   * are of a usual size. The same shape and seed give the same ones, on every machine.
   */
  public static NetworkWeights random(NetworkShape shape, long seed) {
    return new RandomWeights(shape, seed).draw();
  }

  private static void requireLayers(
      String direction, NetworkShape shape, List<LstmWeights> layers, int expected) {
    if (layers.size() != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there must be %d %s layers, but are %d",
              expected,
              direction,
              layers.size()));
    }
    for (int i = 0; i < expected; i++) {
      int units = shape.units().get(i);
      // By +, a fresh JVM would take milliseconds for a name that is seldom told.
      String name = direction.concat(" layer ").concat(Integer.toString(i));
      layers.get(i).input().requireShape(name, shape.inputSize(i), 4 * units);
    }
  }
}
