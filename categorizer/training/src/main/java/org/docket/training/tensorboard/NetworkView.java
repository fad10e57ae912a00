/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.BaseOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.docket.training.dl4j.NativeFloats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a listener reads of Deeplearning4j's network within a step; it changes nothing. */
final class NetworkView {

  private final ComputationGraph graph;
  private final String output;

  NetworkView(ComputationGraph graph) {
    this.graph = graph;
    this.output = graph.getConfiguration().getNetworkOutputs().get(0);
  }

  /** The steps that were made before this one. */
  int iteration() {
    return graph.getConfiguration().getIterationCount();
  }

  int batchSize() {
    return graph.batchSize();
  }

  /** Of this step. */
  double learningRate() {
    return graph.getLearningRate(output);
  }

  /**
   * The features of the batch, text by text, before any are dropped.
   *
   * @param activations of all layers but the last, which has not been computed yet
   */
  float[] features(Map<String, INDArray> activations) {
    String before = graph.getConfiguration().getVertexInputs().get(output).get(0);
    return NativeFloats.copy(activations.get(before));
  }

  /**
   * How many texts of the batch get their label, by the weights before the step. Of a text without
   * one, the category that its teacher thinks most likely counts as label. For the time between the
   * pass back and the update.
   */
  int right(float[] features) {
    BaseOutputLayer<?> layer = (BaseOutputLayer<?>) graph.getLayer(output);
    float[] bias = NativeFloats.copy(layer.getParam(DefaultParamInitializer.BIAS_KEY));
    float[] weights = NativeFloats.copy(layer.getParam(DefaultParamInitializer.WEIGHT_KEY));
    float[] labels = NativeFloats.copy(layer.getLabels());
    int size = weights.length / bias.length;
    int texts = features.length / size;
    float[] logits = logits(transposed(features, texts, size), texts, weights, bias);
    int right = 0;
    for (int text = 0; text < texts; text++) {
      int predicted = largest(logits, text, texts, bias.length);
      right += predicted == largest(labels, text * bias.length, 1, bias.length) ? 1 : 0;
    }
    return right;
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] transposed = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = values[row * columns + column];
      }
    }
    return transposed;
  }

  /** Category by category, so that the innermost loop is long and Java vectorizes it. */
  private static float[] logits(float[] features, int texts, float[] weights, float[] bias) {
    float[] logits = new float[bias.length * texts];
    for (int category = 0; category < bias.length; category++) {
      int to = category * texts;
      Arrays.fill(logits, to, to + texts, bias[category]);
      for (int from = 0, w = category; w < weights.length; from += texts, w += bias.length) {
        addScaled(weights[w], features, from, logits, to, texts);
      }
    }
    return logits;
  }

  private static void addScaled(
      float scale, float[] values, int from, float[] sums, int to, int count) {
    for (int i = 0; i < count; i++) {
      sums[to + i] += scale * values[from + i];
    }
  }

  /** Of values that stand a step apart. */
  private static int largest(float[] values, int start, int step, int count) {
    int largest = 0;
    for (int i = 1; i < count; i++) {
      if (values[start + i * step] > values[start + largest * step]) {
        largest = i;
      }
    }
    return largest;
  }

  /** The L2 norm of the gradient of the mean loss, of all weights together. */
  double gradientNorm() {
    double squares = 0;
    for (Map.Entry<String, INDArray> gradient : gradients().entrySet()) {
      double norm = gradient.getValue().norm2Number().doubleValue() * scale(gradient.getKey());
      squares += norm * norm;
    }
    return Math.sqrt(squares);
  }

  /** Hands over the gradient of the mean loss, as the name and a copy of each parameter's. */
  void forEachGradient(BiConsumer<String, float[]> to) {
    gradients()
        .forEach(
            (name, gradient) -> {
              float[] values = NativeFloats.copy(gradient);
              float scale = (float) scale(name);
              for (int i = 0; i < values.length; i++) {
                values[i] *= scale;
              }
              to.accept(tag(name), values);
            });
  }

  /** Hands over the weights, as the name and a copy of each parameter. */
  void forEachWeight(BiConsumer<String, float[]> to) {
    graph.paramTable().forEach((name, values) -> to.accept(tag(name), NativeFloats.copy(values)));
  }

  private Map<String, INDArray> gradients() {
    return graph.gradient().gradientForVariable();
  }

  /** Deeplearning4j's layers leave the sum over the batch; its updater makes the mean of it. */
  private double scale(String name) {
    int end = name.indexOf('_');
    boolean sum =
        graph.getLayer(name.substring(0, end)).updaterDivideByMinibatch(name.substring(end + 1));
    return sum ? 1.0 / batchSize() : 1;
  }

  /** As {@code encoder/RW0}. */
  private static String tag(String name) {
    return name.replaceFirst("_", "/");
  }
}
