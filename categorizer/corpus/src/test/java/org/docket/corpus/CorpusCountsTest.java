/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CorpusCountsTest {

  @Test
  void countsOfFilesAreAdded() {
    CorpusCounts one = new CorpusCounts(1, 2, 3, 4, new TreeMap<>(Map.of("a", 5L, "b", 6L)));
    CorpusCounts other =
        new CorpusCounts(10, 20, 30, 40, new TreeMap<>(Map.of("b", 60L, "c", 70L)));
    assertThat(one.plus(other))
        .isEqualTo(
            new CorpusCounts(11, 22, 33, 44, new TreeMap<>(Map.of("a", 5L, "b", 66L, "c", 70L))));
    assertThat(CorpusCounts.NONE.plus(one)).isEqualTo(one);
  }

  @Test
  void whatWasLeftOutIsToldInWords() {
    CorpusCounts all = new CorpusCounts(1, 2, 3, 4, new TreeMap<>(Map.of("a", 5L, "b", 6L)));
    assertThat(all.leftOut())
        .isEqualTo("2 without text, 3 without label, 4 bad, 11 not in label map");
    assertThat(new CorpusCounts(9, 0, 0, 1, new TreeMap<>()).leftOut()).isEqualTo("1 bad");
    assertThat(CorpusCounts.NONE.leftOut()).isEmpty();
  }
}
