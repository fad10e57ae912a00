/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.docket.inference.LstmNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3})
  void findsTheTemperatureThatTheLabelsWereDrawnWith(double temperature) {
    Random random = new Random(1);
    List<float[]> logits = new ArrayList<>();
    int[] labels = new int[10_000];
    for (int i = 0; i < labels.length; i++) {
      float[] z = new float[4];
      for (int c = 0; c < z.length; c++) {
        z[c] = (float) (2 * random.nextGaussian());
      }
      logits.add(z);
      labels[i] = draw(LstmNetwork.softmax(z, temperature), random);
    }

    assertThat(Temperature.fit(logits, labels)).isCloseTo(temperature, within(0.08 * temperature));
  }

  @Test
  void staysWithinItsLimits() {
    List<float[]> little = List.of(new float[] {0.01f, 0});
    List<float[]> wrong = List.of(new float[] {1, 0});

    assertThat(Temperature.fit(little, new int[] {0})).isCloseTo(0.05, within(1e-6));
    assertThat(Temperature.fit(wrong, new int[] {1})).isCloseTo(20, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 300})
  void aFewTextsWithoutAMistakeDoNotMakeSureBeyondMeasure(int texts) {
    List<float[]> logits = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      logits.add(new float[] {20, 0, -3}); // far apart, as n-grams beside a network may be
    }

    double temperature = Temperature.fit(logits, new int[texts]);

    double wrong = 0.5 / (texts + 1);
    assertThat(1 - LstmNetwork.softmax(logits.get(0), temperature)[0])
        .isCloseTo(wrong, within(0.3 * wrong));
  }

  @Test
  void oneMistakeAmongManyIsMeasuredAsItIs() {
    List<float[]> logits = new ArrayList<>();
    int[] labels = new int[100];
    for (int i = 0; i < labels.length; i++) {
      logits.add(new float[] {2, 0});
    }
    labels[0] = 1;

    double temperature = Temperature.fit(logits, labels);

    assertThat(LstmNetwork.softmax(logits.get(0), temperature)[1]).isCloseTo(0.01, within(1e-4));
  }

  private static int draw(double[] probabilities, Random random) {
    double left = random.nextDouble();
    for (int i = 0; i < probabilities.length; i++) {
      left -= probabilities[i];
      if (left < 0) {
        return i;
      }
    }
    return probabilities.length - 1;
  }
}
