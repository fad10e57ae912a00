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
    histogram.add("Card");
    assertThat(histogram.largestFirst())
        .containsExactly(entry("Mortgage", 3L), entry("Card", 1L), entry("Debt collection", 1L));
    assertThat(histogram.counts())
        .containsExactly(entry("Card", 1L), entry("Debt collection", 1L), entry("Mortgage", 3L));
  }
}
