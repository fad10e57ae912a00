/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.docket.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftmaxPassTest {

  private static final int ROWS = 11;

  /** Two texts with logits 0 and ln 3: probabilities of a quarter and three quarters. */
  @Test
  void theLossIsTheCrossEntropyByTheWeightOfTheCategory() {
    float ln3 = (float) Math.log(3);
    float[] labels = {1, 0, 0, 1};

    assertThat(loss(ln3, labels, null)).isCloseTo(Math.log(4) + Math.log(4 / 3.), within(1e-6));
    assertThat(loss(ln3, labels, new float[] {2, 3}))
        .isCloseTo(2 * Math.log(4) + 3 * Math.log(4 / 3.), within(1e-6));
    // Exponentials of these are infinite, and those of their negatives nothing.
    assertThat(loss(1000, labels, null)).isCloseTo(1000, within(1e-3));
  }

  /** Of two texts with the feature 1, for which the logit of the second category is given. */
  private static double loss(float logit, float[] labels, float[] categoryWeights) {
    SoftmaxPass pass = new SoftmaxPass(Kernels.best(), 1, 2, categoryWeights);
    pass.set(new float[] {0, logit / 2, 0, logit / 2});
    return pass.run(2, new float[] {1, 1}, labels, 0, 0);
  }

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
