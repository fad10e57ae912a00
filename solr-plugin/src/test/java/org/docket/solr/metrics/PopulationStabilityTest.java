/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  @Test
  void theSameMixHasNone() {
    assertThat(PopulationStability.index(new double[] {0.5, 0.3, 0.2}, new long[] {50, 30, 20}))
        .isZero();
  }

  @Test
  void isTheSumOverTheCategories() {
    double byHand = (0.6 - 0.5) * Math.log(0.6 / 0.5) + (0.4 - 0.5) * Math.log(0.4 / 0.5);

    assertThat(PopulationStability.index(new double[] {0.5, 0.5}, new long[] {60, 40}))
        .isCloseTo(byHand, within(1e-12));
  }

  @Test
  void aCategoryThatIsNotThereIsFinite() {
    assertThat(PopulationStability.index(new double[] {1, 0}, new long[] {0, 10}))
        .isBetween(18.0, 19.0);
  }
}
