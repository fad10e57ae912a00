/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsByNameTest {

  @Test
  void countsEachName() {
    CountsByName counts = new CountsByName(10);
    counts.increment("b");
    counts.increment("a");
    counts.increment("b");

    assertThat(counts.snapshot()).containsExactly(Map.entry("a", 1L), Map.entry("b", 2L));
  }

  @Test
  void holdsNoMoreNamesThanItMay() {
    CountsByName counts = new CountsByName(2);
    for (int i = 0; i < 100; i++) {
      counts.increment("name " + i);
    }
    counts.increment("name 1");

    assertThat(counts.snapshot())
        .hasSize(3)
        .containsEntry("name 1", 2L)
        .containsEntry(CountsByName.OTHER, 98L);
  }
}
