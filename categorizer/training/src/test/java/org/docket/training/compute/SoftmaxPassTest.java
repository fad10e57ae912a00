/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.docket.kernel.Kernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxPassTest {

  private static final int ROWS = 11;

  /** Of every weight and every feature, with what is dropped held still. */
  @ParameterizedTest
  @CsvSource({"5,3,0", "21,9,0.4", "16,17,0"})
  void gradientsAreFiniteDifferences(int inputs, int categories, double dropRate) {
    Random random = new Random(6);
    float[] weights = floats(random, (inputs + 1) * categories);
    float[] features = floats(random, ROWS * inputs);
    float[] labels = labels(random, categories);
    SoftmaxPass pass =
        new SoftmaxPass(Kernels.best(), inputs, categories, categoryWeights(categories));
    pass.set(weights);
    float[] dFeatures = features.clone();
    pass.run(ROWS, dFeatures, labels, dropRate, 8);
    float[] dWeights = pass.gradients();

    for (int i = 0; i < weights.length; i++) {
      double difference = difference(pass, weights, i, weights, features, labels, dropRate);
      assertThat((double) dWeights[i]).isCloseTo(difference, within(5e-3));
    }
    for (int i = 0; i < features.length; i++) {
      double difference = difference(pass, features, i, weights, features, labels, dropRate);
      assertThat((double) dFeatures[i]).isCloseTo(difference, within(5e-3));
    }
  }

  private static double difference(
      SoftmaxPass pass,
      float[] varied,
      int index,
      float[] weights,
      float[] features,
      float[] labels,
      double dropRate) {
    float step = 1e-2f;
    float value = varied[index];
    varied[index] = value + step;
    pass.set(weights);
    double above = pass.run(ROWS, features.clone(), labels, dropRate, 8);
    varied[index] = value - step;
    pass.set(weights);
    double below = pass.run(ROWS, features.clone(), labels, dropRate, 8);
    varied[index] = value;
    return (above - below) / (2 * step);
  }

  private static float[] categoryWeights(int categories) {
    float[] weights = new float[categories];
    for (int i = 0; i < categories; i++) {
      weights[i] = 0.5f + i % 4;
    }
    return weights;
  }

  private static float[] labels(Random random, int categories) {
    float[] labels = new float[ROWS * categories];
    for (int row = 0; row < ROWS; row++) {
      labels[row * categories + random.nextInt(categories)] = 0.9f;
      labels[row * categories + random.nextInt(categories)] += 0.1f;
    }
    return labels;
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
