/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.docket.solr.start.CopyRules.Rule;
import org.junit.jupiter.api.Test;

class CopyRulesTest {

  private final CopyRules rules =
      new CopyRules(
          List.of(
              new Rule("narrative", "text"),
              new Rule("title", "text"),
              new Rule("*_t", "all"),
              new Rule("*_s", "*_txt"),
              new Rule("one", "some_*")));

  @Test
  void whatFillsAField() {
    assertThat(rules.sources("text")).containsExactly("narrative", "title");
    assertThat(rules.sources("all")).containsExactly("*_t");
    assertThat(rules.sources("narrative")).isEmpty();
  }

  /** Solr's own question for the sources of a field does not see these. */
  @Test
  void targetsThatArePatterns() {
    assertThat(rules.sources("body_txt")).containsExactly("body_s");
    assertThat(rules.sources("some_thing")).containsExactly("one");
  }

  @Test
  void aDynamicFieldIsFilledByItsOwnPatternOnly() {
    assertThat(rules.sources("*_txt")).containsExactly("*_s");
    assertThat(rules.sources("*")).isEmpty();
    assertThat(rules.sources("t*")).isEmpty();
  }
}
