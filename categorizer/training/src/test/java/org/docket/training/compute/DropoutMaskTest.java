/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMaskTest {

  private static final int SIZE = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void dropsItsShareAndScalesTheRestSoThatTheMeanStays(double rate) {
    float[] masks = draw(rate, 7);

    int dropped = 0;
    double sum = 0;
    for (float mask : masks) {
      assertThat(mask).isIn(0f, (float) (1 / (1 - rate)));
      dropped += mask == 0 ? 1 : 0;
      sum += mask;
    }
    assertThat((double) dropped / SIZE).isCloseTo(rate, within(0.005));
    assertThat(sum / SIZE).isCloseTo(1, within(0.03));
  }

  @Test
  void aSeedGivesTheSameMaskAndAnotherSeedAnother() {
    assertThat(draw(0.5, 7)).isEqualTo(draw(0.5, 7)).isNotEqualTo(draw(0.5, 8));
  }

  @Test
  void fillsNoMoreThanItIsToldTo() {
    float[] masks = {9, 9, 9};

    DropoutMask.draw(0.5, 1, masks, 2);

    assertThat(Arrays.copyOf(masks, 2)).doesNotContain(9);
    assertThat(masks[2]).isEqualTo(9);
  }

  @Test
  void multipliesAlsoInPlace() {
    float[] values = {3, 5, 7};
    float[] masks = {2, 0, 2};
    float[] to = {0, 0, 1};

    DropoutMask.apply(values, masks, 2, to);
    DropoutMask.apply(values, masks, 2, values);

    assertThat(to).containsExactly(6, 0, 1);
    assertThat(values).containsExactly(6, 0, 7);
  }

  private static float[] draw(double rate, long seed) {
    float[] masks = new float[SIZE];
    DropoutMask.draw(rate, seed, masks, SIZE);
    return masks;
  }
}
