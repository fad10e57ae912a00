/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.docket.inference.LstmNetwork;
import org.junit.jupiter.api.Test;

class FusionTest {

  private static final int CATEGORIES = 4;

  private final List<float[]> first = new ArrayList<>();
  private final List<float[]> second = new ArrayList<>();
  private int[] labels = {};

  /** Labels are drawn from the fusion of known numbers, which it should find again. */
  @Test
  void findsWhatTheLabelsWereDrawnFrom() {
    draw(20_000, 0.7, 1.4);

    Fusion fusion = Fusion.fit(first, second, labels);

    assertThat(fusion.first()).isCloseTo(0.7, within(0.05));
    assertThat(fusion.second()).isCloseTo(1.4, within(0.05));
  }

  @Test
  void nothingNearbyIsMoreLikely() {
    draw(300, 0.4, 2);
    Fusion fusion = Fusion.fit(first, second, labels);
    double least = loss(fusion.first(), fusion.second());

    for (double[] move : new double[][] {{0.01, 0}, {-0.01, 0}, {0, 0.01}, {0, -0.01}}) {
      assertThat(loss(fusion.first() + move[0], fusion.second() + move[1])).isGreaterThan(least);
    }
  }

  @Test
  void aModelThatIsWrongIsNotTurnedUpsideDown() {
    draw(2_000, 1, -1);

    assertThat(Fusion.fit(first, second, labels).second()).isPositive().isLessThan(0.01);
  }

  @Test
  void modelsThatAreAlwaysRightHaveFiniteNumbers() {
    draw(100, 1, 1);
    for (int text = 0; text < labels.length; text++) {
      first.set(text, new float[CATEGORIES]);
      second.set(text, new float[CATEGORIES]);
      first.get(text)[labels[text]] = 5;
      second.get(text)[labels[text]] = 3;
    }

    Fusion fusion = Fusion.fit(first, second, labels);

    assertThat(fusion.first()).isFinite().isPositive();
    assertThat(fusion.second()).isFinite().isPositive();
  }

  private void draw(int texts, double one, double two) {
    Random random = new Random(6);
    labels = new int[texts];
    for (int text = 0; text < texts; text++) {
      float[] a = new float[CATEGORIES];
      float[] b = new float[CATEGORIES];
      float[] sum = new float[CATEGORIES];
      for (int category = 0; category < CATEGORIES; category++) {
        a[category] = (float) (2 * random.nextGaussian());
        b[category] = (float) random.nextGaussian();
        sum[category] = (float) (one * a[category] + two * b[category]);
      }
      first.add(a);
      second.add(b);
      double left = random.nextDouble();
      double[] probabilities = LstmNetwork.softmax(sum, 1);
      while (left >= probabilities[labels[text]] && labels[text] < CATEGORIES - 1) {
        left -= probabilities[labels[text]++];
      }
    }
  }

  private double loss(double one, double two) {
    double loss = 0;
    for (int text = 0; text < labels.length; text++) {
      float[] sum = new float[CATEGORIES];
      for (int category = 0; category < CATEGORIES; category++) {
        sum[category] =
            (float) (one * first.get(text)[category] + two * second.get(text)[category]);
      }
      loss -= Math.log(LstmNetwork.softmax(sum, 1)[labels[text]]);
    }
    return loss;
  }
}
