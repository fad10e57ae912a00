/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.config.Configs;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.metrics.TaggingMetrics;
import org.junit.jupiter.api.Test;

class DoccatUpdateProcessorTest {

  private final FixedCategorizer categorizer = new FixedCategorizer("Mortgage", 0.75);
  private final List<SolrInputDocument> passedOn = new ArrayList<>();
  private final UpdateRequestProcessor next =
      new UpdateRequestProcessor(null) {
        @Override
        public void processAdd(AddUpdateCommand command) {
          passedOn.add(command.getSolrInputDocument());
        }
      };

  @Test
  void writesCategoryAndScore() throws IOException {
    SolrInputDocument document = process(config(false, 100), "title", "A", "body", "B");

    assertThat(categorizer.texts()).containsExactly("A\nB");
    assertThat(document.getFieldValue("cat")).isEqualTo("Mortgage");
    assertThat(document.getFieldValue("score")).isEqualTo(0.75);
    assertThat(passedOn).containsExactly(document);
  }

  @Test
  void readsNoMoreThanTheLimit() throws IOException {
    process(config(false, 3), "title", "ABCDE", "body", "F");

    assertThat(categorizer.texts()).containsExactly("ABC");
  }

  @Test
  void keepsACategory() throws IOException {
    SolrInputDocument document = process(config(false, 100), "title", "A", "cat", "Mine");

    assertThat(document.getFieldValue("cat")).isEqualTo("Mine");
    assertThat(document.containsKey("score")).isFalse();
    assertThat(categorizer.texts()).isEmpty();
    assertThat(passedOn).hasSize(1);
  }

  @Test
  void aBlankCategoryIsNone() throws IOException {
    assertThat(process(config(false, 100), "title", "A", "cat", " ").getFieldValue("cat"))
        .isEqualTo("Mortgage");
    assertThat(process(config(false, 100), "title", "A", "cat", null).getFieldValue("cat"))
        .isEqualTo("Mortgage");
  }

  @Test
  void replacesACategoryAndItsScore() throws IOException {
    SolrInputDocument document =
        process(config(true, 100), "title", "A", "cat", "Mine", "score", 0.1);

    assertThat(document.getFieldValues("cat")).containsExactly("Mortgage");
    assertThat(document.getFieldValues("score")).containsExactly(0.75);
  }

  @Test
  void withoutTextNothingIsSaid() throws IOException {
    SolrInputDocument document = process(config(true, 100), "body", " \n", "cat", "Mine");

    assertThat(document.getFieldNames()).containsExactlyInAnyOrder("body", "cat");
    assertThat(document.getFieldValue("cat")).isEqualTo("Mine");
    assertThat(categorizer.texts()).isEmpty();
    assertThat(passedOn).containsExactly(document);
  }

  @Test
  void childDocumentsAreNotTagged() throws IOException {
    SolrInputDocument child = new SolrInputDocument("title", "B");

    SolrInputDocument document = process(config(false, 100), "title", "A", "reply", child);

    assertThat(document.getFieldValue("cat")).isEqualTo("Mortgage");
    assertThat(child.getFieldNames()).containsExactly("title");
    assertThat(categorizer.texts()).containsExactly("A");
  }

  private SolrInputDocument process(DoccatConfig config, Object... fields) throws IOException {
    SolrInputDocument document = new SolrInputDocument();
    for (int i = 0; i < fields.length; i += 2) {
      document.setField((String) fields[i], fields[i + 1]);
    }
    AddUpdateCommand command = new AddUpdateCommand(null);
    command.solrDoc = document;
    try (UpdateRequestProcessor processor =
        new DoccatUpdateProcessor(
            Tagging.of(config, categorizer, "m.bin 1", TaggingMetrics.NONE),
            EmbeddedSolr.request(null, Map.of()),
            1,
            false,
            next)) {
      processor.processAdd(command);
    }
    return document;
  }

  private static DoccatConfig config(boolean overwrite, int maxChars) {
    return Configs.of(
        "fl",
        "title, body",
        "scoreField",
        "score",
        "overwrite",
        String.valueOf(overwrite),
        "maxChars",
        String.valueOf(maxChars));
  }
}
