/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Tagged ONE = Tagged.parse("1-0-1-7\tMortgage\t0.75");

  @Test
  void allIsWell() {
    Tagged unacknowledged = Tagged.parse("1-0-2-8\tCredit card\t0.5");

    assertThat(Findings.of(List.of("1-0-1-7"), List.of(ONE, unacknowledged)).isEmpty()).isTrue();
  }

  @Test
  void whatWasAcknowledgedAndIsNotThereIsLost() {
    Findings findings = Findings.of(List.of("1-0-1-7", "1-0-2-7"), List.of(ONE));

    assertThat(findings).isEqualTo(new Findings(1, List.of("1-0-2-7"), List.of(), List.of()));
    assertThat(findings.isEmpty()).isFalse();
  }

  @Test
  void withoutCategoryOrScoreItIsUntagged() {
    Tagged category = Tagged.parse("1-0-2-7\tMortgage\t");
    Tagged nothing = Tagged.parse("1-0-3-7\t\t");

    assertThat(Findings.of(List.of(), List.of(category, ONE, nothing)))
        .isEqualTo(new Findings(3, List.of(), List.of("1-0-2-7", "1-0-3-7"), List.of()));
  }

  @Test
  void theSameTextHasTheSameTagToTheLastDigit() {
    Tagged other = Tagged.parse("2-1-9-7\tMortgage\t0.7500000000000001");

    assertThat(Findings.of(List.of(), List.of(ONE, other)))
        .isEqualTo(new Findings(2, List.of(), List.of(), List.of("2-1-9-7")));
  }

  @Test
  void quotesInCsvAreDoubled() {
    assertThat(new Complaint("1", "a \"b\", c").csv()).isEqualTo("1,\"a \"\"b\"\", c\"\n");
  }
}
