/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void theLargestComesFirst() {
    Histogram histogram = new Histogram();
    histogram.add("Debt collection");
    histogram.add("Mortgage", 2);
    histogram.add("Mortgage");
    assertThat(histogram.lines())
        .containsExactly(
            "Mortgage         " + "#".repeat(30) + "        3  75.0 %",
            "Debt collection  " + "#".repeat(10) + " ".repeat(20) + "        1  25.0 %");
    assertThat(histogram.counts())
        .containsExactly(entry("Debt collection", 1L), entry("Mortgage", 3L));
  }

  @Test
  void aNameThatFitsIsNotCut() {
    Histogram histogram = new Histogram();
    histogram.add("Payday, title, personal loan");
    assertThat(histogram.lines().get(0)).startsWith("Payday, title, personal loan  #");
  }

  @Test
  void nothingIsNoLines() {
    assertThat(new Histogram().lines()).isEmpty();
  }

  @Test
  void linesFitIntoATerminal() {
    Histogram histogram = new Histogram();
    histogram.add("Credit reporting, credit repair services, or other reports", 4_000_000);
    histogram.add("b");
    assertThat(histogram.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
        .first()
        .asString()
        .startsWith("Credit reporting, credit ...  ###")
        .endsWith(" 4,000,000 100.0 %");
  }
}
