/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.Test;

class DocumentSizeTest {

  private final SolrInputDocument document = new SolrInputDocument();

  @Test
  void charactersOfTextAndBytesOfTheRest() {
    document.setField("text", "12345");
    document.setField("bytes", new byte[30]);
    document.setField("values", List.of("1", new StringBuilder("22"), new byte[3]));

    assertThat(DocumentSize.chars(document)).isEqualTo(5 + 30 + 6);
  }

  @Test
  void operationsOfAnAtomicUpdate() {
    document.setField("text", Map.of("add", List.of("12", "345")));

    assertThat(DocumentSize.chars(document)).isEqualTo(5);
  }

  @Test
  void childDocumentsInAFieldAndBeside() {
    document.setField("title", "1");
    document.setField("reply", new SolrInputDocument("text", "12345"));
    SolrInputDocument child = new SolrInputDocument("text", "1234567");
    child.addChildDocument(new SolrInputDocument("text", "123"));
    document.addChildDocument(child);

    assertThat(DocumentSize.chars(document)).isEqualTo(1 + 5 + 7 + 3);
  }

  @Test
  void whatIsSmallCountsAsNothing() {
    document.setField("number", 12345);
    document.setField("flag", true);
    document.setField("nothing", null);

    assertThat(DocumentSize.chars(document)).isZero();
  }
}
