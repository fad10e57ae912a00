/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {

  @Test
  void aModelTellsHowItTagsDocumentsOfItsKind() {
    Baseline baseline = LstmDocumentCategorizer.of(TestModels.profiled()).baseline().orElseThrow();
    assertThat(baseline.documents()).isEqualTo(10);
    assertThat(baseline.abstentions()).isEqualTo(3);
    assertThat(baseline.meanConfidence()).isCloseTo(0.8, within(1e-6));
    assertThat(baseline.categoryMix())
        .containsExactly(
            entry("Mortgage", 4 / 7.0),
            entry("Bank account", 0.0),
            entry("Prêt, étudiant", 3 / 7.0));
    assertThat(LstmDocumentCategorizer.of(TestModels.pooled()).baseline()).isEmpty();
    assertThat(new DoccatTextCategorizer(StockModels.train("MAXENT")).baseline()).isEmpty();
  }

  /** (0.305 - 0.505) ln(0.305 / 0.505) + (0.695 - 0.495) ln(0.695 / 0.495), by hand. */
  @Test
  void theStabilityIndexOfTwoCategories() {
    double index =
        PopulationStabilityIndex.of(Map.of("a", 50L, "b", 49L), Map.of("a", 30L, "b", 69L));
    assertThat(index).isCloseTo(0.168720, within(1e-6));
  }

  @Test
  void theStabilityIndexIsZeroWhereNothingMoved() {
    Map<String, Long> before = Map.of("a", 50L, "b", 50L);
    assertThat(PopulationStabilityIndex.of(before, before)).isZero();
    assertThat(PopulationStabilityIndex.of(before, Map.of("b", 5000L, "a", 5000L))).isZero();
    assertThat(PopulationStabilityIndex.of(Map.of(), Map.of())).isZero();
  }

  /** Shares 9.5/10 and 0.5/10 before, 0.5/10 and 9.5/10 now: 2 x 0.9 ln 19. */
  @Test
  void anEmptyCategoryIsSmoothed() {
    assertThat(PopulationStabilityIndex.of(Map.of("a", 9L), Map.of("b", 9L)))
        .isCloseTo(1.8 * Math.log(19), within(1e-12));
  }
}
