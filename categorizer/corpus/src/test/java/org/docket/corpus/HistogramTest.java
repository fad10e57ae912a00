/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {

  @Test
  void theLargestComesFirst() {
    Histogram histogram = new Histogram();
    histogram.add("Mortgage");
    histogram.add("Debt collection", 3);
    assertThat(histogram.lines())
        .containsExactly(
            "Debt collection  " + "#".repeat(30) + "        3  75.0 %",
            "Mortgage         " + "#".repeat(10) + " ".repeat(20) + "        1  25.0 %");
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
        .startsWith("Credit reporting, credit ...  ###");
  }
}
