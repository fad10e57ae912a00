/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassWeightingTest {

  private static final int[] COUNTS = {900, 100};

  @ParameterizedTest
  @EnumSource
  void theMeanWeightOfTheExamplesIsOne(ClassWeighting weighting) {
    double[] weights = weighting.weights(COUNTS);

    assertThat((900 * weights[0] + 100 * weights[1]) / 1000).isCloseTo(1, within(1e-12));
  }

  @Test
  void rareCategoriesCountMore() {
    assertThat(ratio(ClassWeighting.NONE)).isCloseTo(1, within(1e-12));
    assertThat(ratio(ClassWeighting.SQRT)).isCloseTo(3, within(1e-12));
    assertThat(ratio(ClassWeighting.BALANCED)).isCloseTo(9, within(1e-12));
  }

  private static double ratio(ClassWeighting weighting) {
    double[] weights = weighting.weights(COUNTS);
    return weights[1] / weights[0];
  }
}
