/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.config.SourceFields;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  private final SolrInputDocument document = new SolrInputDocument();

  @Test
  void allValuesOfTheFieldsInTheirOrder() {
    document.addField("body", "second");
    document.addField("body", 3);
    document.addField("title", "first");
    document.addField("other", "no");

    assertThat(SourceText.of(document, SourceFields.of("title", "missing", "body"), 100).text())
        .isEqualTo("first\nsecond\n3");
  }

  @Test
  void nothingOfNothing() {
    document.addField("body", null);
    document.addField("child", new SolrInputDocument("id", "1"));

    assertThat(SourceText.of(document, SourceFields.of("body", "child", "title"), 100).text())
        .isEmpty();
  }

  @Test
  void cutsAtTheLimit() {
    document.addField("a", "12345");
    document.addField("b", "67890");

    assertThat(text(3)).isEqualTo("123");
    assertThat(text(5)).isEqualTo("12345");
    assertThat(text(6)).isEqualTo("12345\n");
    assertThat(text(8)).isEqualTo("12345\n67");
    assertThat(text(11)).isEqualTo("12345\n67890");
    assertThat(text(Integer.MAX_VALUE)).isEqualTo("12345\n67890");
  }

  @Test
  void doesNotCutASurrogatePair() {
    document.addField("a", "x\uD83D\uDE00y");

    assertThat(text(1)).isEqualTo("x");
    assertThat(text(2)).isEqualTo("x");
    assertThat(text(3)).isEqualTo("x\uD83D\uDE00");
  }

  /** There is no character after the first half of the pair to look at. */
  @Test
  void aHalfPairAtTheEndIsKept() {
    document.addField("a", "x\uD83D");

    assertThat(text(2)).isEqualTo("x\uD83D");
  }

  private String text(int maxChars) {
    return SourceText.of(document, SourceFields.of("a", "b"), maxChars).text();
  }

  @Test
  void tellsWhetherItWasCut() {
    document.addField("a", "12345");
    document.addField("b", "67890");

    assertThat(SourceText.of(document, SourceFields.of("a", "b"), 10).cut()).isTrue();
    assertThat(SourceText.of(document, SourceFields.of("a", "b"), 11).cut()).isFalse();
  }

  @Test
  void patternsTakeFieldsByName() {
    document.addField("b_txt", "2");
    document.addField("a_txt", "1");
    document.addField("note", "3");
    document.addField("other", "no");

    assertThat(SourceText.of(document, SourceFields.of("note", "*_txt"), 100).text())
        .isEqualTo("3\n1\n2");
    assertThat(SourceText.of(document, SourceFields.of("n*", "a_txt", "*_txt"), 100).text())
        .isEqualTo("3\n1\n2");
  }
}
