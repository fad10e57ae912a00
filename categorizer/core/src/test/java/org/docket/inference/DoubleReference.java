/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Arrays;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;

/** The network as its equations say, in double precision and without a thought for speed. */
final class DoubleReference {

  private DoubleReference() {}

  static double[] logits(NetworkWeights weights, int[] ids) {
    double[][] embedded = new double[ids.length][];
    for (int t = 0; t < ids.length; t++) {
      embedded[t] = new double[weights.embedding().columns()];
      for (int j = 0; j < embedded[t].length; j++) {
        embedded[t][j] = weights.embedding().get(ids[t], j);
      }
    }
    double[][] rows = embedded;
    for (int layer = 0; layer < weights.forward().size(); layer++) {
      double[][] forward = run(weights.forward().get(layer), rows);
      rows =
          weights.shape().bidirectional()
              ? sideBySide(forward, reverse(run(weights.backward().get(layer), reverse(rows))))
              : forward;
    }
    double[] features = features(weights, rows);
    if (weights.shape().embeddingMean()) {
      features = concat(features, mean(embedded));
    }
    if (weights.shape().ngrams()) {
      features = concat(features, NgramReference.logits(weights.ngrams().orElseThrow(), ids));
    }
    return affine(features, weights.output(), weights.outputBias());
  }

  private static double[][] run(LstmWeights weights, double[][] rows) {
    int units = weights.units();
    double[] cell = new double[units];
    double[] hidden = new double[units];
    double[][] outputs = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      double[] a = affine(rows[t], weights.input(), weights.bias());
      double[] b = affine(hidden, weights.recurrent(), new float[4 * units]);
      for (int u = 0; u < units; u++) {
        double i = sigmoid(a[u] + b[u]);
        double f = sigmoid(a[units + u] + b[units + u]);
        double g = Math.tanh(a[2 * units + u] + b[2 * units + u]);
        double o = sigmoid(a[3 * units + u] + b[3 * units + u]);
        cell[u] = f * cell[u] + i * g;
        hidden[u] = o * Math.tanh(cell[u]);
      }
      outputs[t] = hidden.clone();
    }
    return outputs;
  }

  private static double[] features(NetworkWeights weights, double[][] rows) {
    if (weights.shape().pooling() == Pooling.MEAN_MAX) {
      return concat(mean(rows), max(rows));
    }
    double[] last = rows[rows.length - 1].clone();
    int units = last.length / weights.shape().directions();
    for (int u = units; u < last.length; u++) {
      last[u] = rows[0][u];
    }
    return last;
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    return mean;
  }

  private static double[] max(double[][] rows) {
    double[] max = rows[0].clone();
    for (double[] row : rows) {
      for (int j = 0; j < max.length; j++) {
        max[j] = Math.max(max[j], row[j]);
      }
    }
    return max;
  }

  private static double[] affine(double[] vector, Matrix matrix, float[] bias) {
    double[] result = new double[bias.length];
    for (int column = 0; column < bias.length; column++) {
      result[column] = bias[column];
      for (int row = 0; row < vector.length; row++) {
        result[column] += vector[row] * matrix.get(row, column);
      }
    }
    return result;
  }

  private static double[][] reverse(double[][] rows) {
    double[][] reversed = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      reversed[t] = rows[rows.length - 1 - t];
    }
    return reversed;
  }

  private static double[][] sideBySide(double[][] left, double[][] right) {
    double[][] both = new double[left.length][];
    for (int t = 0; t < left.length; t++) {
      both[t] = concat(left[t], right[t]);
    }
    return both;
  }

  private static double[] concat(double[] left, double[] right) {
    double[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
