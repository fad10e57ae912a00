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
            "Debt collection  " + "#".repeat(40) + "        3  75.0 %",
            "Mortgage         " + "#".repeat(13) + " ".repeat(27) + "        1  25.0 %");
  }

  @Test
  void nothingIsNoLines() {
    assertThat(new Histogram().lines()).isEmpty();
  }
}
