/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.List;
import org.docket.model.LstmWeights;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/**
 * The forward pass: ids of tokens in, logits out.
 *
 * <p>Immutable and safe for use by many threads at once; what a pass needs is allocated by it.
 */
public final class LstmNetwork {

  private final NetworkWeights weights;
  private final NetworkShape shape;
  private final List<LstmLayer> forward;
  private final List<LstmLayer> backward;

  public LstmNetwork(NetworkWeights weights) {
    this.weights = weights;
    this.shape = weights.shape();
    this.forward = layers(weights.forward());
    this.backward = layers(weights.backward());
  }

  /**
   * Runs the network over a text.
   *
   * @param ids of the tokens, in order; at least one, each from 0 to the size of the vocabulary - 1
   * @return one logit per category
   * @throws IllegalArgumentException if there is no token
   */
  public float[] logits(int[] ids) {
    if (ids.length == 0) {
      throw new IllegalArgumentException("a network needs at least one token");
    }
    float[] embedded = embed(ids);
    float[] sequence = embedded;
    for (int layer = 0; layer < forward.size(); layer++) {
      sequence = runLayer(layer, sequence, ids.length);
    }
    float[] logits = weights.outputBias().clone();
    float[] features = features(sequence, embedded, ids.length);
    LstmLayer.addProduct(features, 0, features.length, weights.output().values(), logits);
    return logits;
  }

  /**
   * Logits to probabilities.
   *
   * @param logits one per category
   * @param temperature what they are divided by first; 1 for plain softmax
   * @return from 0 to 1, summing to 1
   */
  public static double[] softmax(float[] logits, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = Math.exp((logits[i] - max) / temperature);
      sum += probabilities[i];
    }
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  private float[] embed(int[] ids) {
    int size = shape.embeddingSize();
    float[] embedded = new float[ids.length * size];
    for (int i = 0; i < ids.length; i++) {
      System.arraycopy(weights.embedding().values(), ids[i] * size, embedded, i * size, size);
    }
    return embedded;
  }

  private float[] runLayer(int layer, float[] input, int length) {
    int units = shape.units().get(layer);
    int width = units * shape.directions();
    float[] output = new float[length * width];
    forward.get(layer).run(input, length, false, output, 0, width);
    if (shape.bidirectional()) {
      backward.get(layer).run(input, length, true, output, units, width);
    }
    return output;
  }

  private float[] features(float[] top, float[] embedded, int length) {
    float[] features = new float[shape.features()];
    int width = shape.topSize();
    int pooled = width;
    if (shape.pooling() == Pooling.LAST) {
      copyEnds(top, length, features);
    } else {
      addMean(top, length, width, features, 0);
      putMax(top, length, width, features, width);
      pooled = 2 * width;
    }
    if (shape.embeddingMean()) {
      addMean(embedded, length, shape.embeddingSize(), features, pooled);
    }
    return features;
  }

  /** Where each direction ended: the forward one at the last token, the backward at the first. */
  private void copyEnds(float[] top, int length, float[] features) {
    int width = shape.topSize();
    int units = width / shape.directions();
    System.arraycopy(top, (length - 1) * width, features, 0, units);
    System.arraycopy(top, units, features, units, width - units);
  }

  private static void addMean(float[] rows, int length, int width, float[] to, int offset) {
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < width; j++) {
        to[offset + j] += rows[i * width + j];
      }
    }
    for (int j = 0; j < width; j++) {
      to[offset + j] /= length;
    }
  }

  private static void putMax(float[] rows, int length, int width, float[] to, int offset) {
    System.arraycopy(rows, 0, to, offset, width);
    for (int i = 1; i < length; i++) {
      for (int j = 0; j < width; j++) {
        to[offset + j] = Math.max(to[offset + j], rows[i * width + j]);
      }
    }
  }

  private static List<LstmLayer> layers(List<LstmWeights> weights) {
    return weights.stream().map(LstmLayer::new).toList();
  }
}
