/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.docket.ScoredCategory;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final List<ScoredCategory> RANKED =
      List.of(
          new ScoredCategory("a", 0.5),
          new ScoredCategory("b", 0.3),
          new ScoredCategory("c", 0.15),
          new ScoredCategory("d", 0.05));

  @Test
  void withoutAMapAllIsAsItWas() {
    assertThat(Labels.UNCHANGED.rename(RANKED)).isSameAs(RANKED);
    assertThat(Labels.UNCHANGED.allows("anything")).isTrue();
  }

  @Test
  void probabilitiesOfOneNameAreAddedAndRankedAnew() {
    List<ScoredCategory> renamed = labels("labelMap", "b:x y, c:x y, d:x y").rename(RANKED);

    assertThat(renamed).extracting(ScoredCategory::category).containsExactly("a", "x y");
    assertThat(renamed.get(1).probability()).isCloseTo(0.5, within(1e-9));
    assertThat(labels("labelMap", "b:x, a:x").rename(RANKED).get(0).category()).isEqualTo("x");
    assertThat(labels("labelMap", "c:b, d:b").rename(RANKED))
        .extracting(ScoredCategory::category)
        .containsExactly("a", "b");
  }

  @Test
  void aNameMayHoldCommasAndColons() {
    Labels labels = labels("labelMap", "a:one\\, two, b\\:c:d\\:e");

    assertThat(labels.name("a")).isEqualTo("one, two");
    assertThat(labels.name("b:c")).isEqualTo("d:e");
    assertThat(labels.name("z")).isEqualTo("z");
    assertThat(labels("allowlist", "one\\, two, three").allows("one, two")).isTrue();
    assertThat(labels("allowlist", "one\\, two, three").allows("one")).isFalse();
  }

  @Test
  void whatTheModelDoesNotHaveIsNamed() {
    List<String> categories = List.of("a", "b");

    assertThatThrownBy(() -> labels("labelMap", "x:y").check(categories))
        .isInstanceOf(DocketException.class)
        .hasMessage("doccat.labelMap names 'x', which is no category here; there are: a, b");
    assertThatThrownBy(() -> labels("allowlist", "y").check(categories))
        .hasMessage("doccat.allowlist names 'y', which is no category here; there are: a, b");
    Labels both = Configs.of("labelMap", "a:y", "allowlist", "y").labels();
    assertThatNoException().isThrownBy(() -> both.check(categories));
  }

  @Test
  void itemsThatAreNoPairsAreRefused() {
    for (String map : List.of("a", "a:", ":b", "a:b:c")) {
      assertThatThrownBy(() -> labels("labelMap", map))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith("doccat.labelMap holds '" + map + "'; an item is the model's");
    }
    assertThatThrownBy(() -> labels("labelMap", "a:b, a:c"))
        .hasMessage("doccat.labelMap names 'a' twice");
  }

  private static Labels labels(String parameter, String value) {
    return Configs.of(parameter, value).labels();
  }
}
