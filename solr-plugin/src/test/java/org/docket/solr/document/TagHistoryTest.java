/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.Utils;
import org.apache.solr.schema.IndexSchema;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.config.Configs;
import org.junit.jupiter.api.Test;

class TagHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-27T03:04:05.678901Z");

  private final TagHistory history =
      new TagHistory(
          Configs.of(
                  "scoreField", "a_float",
                  "sourceField", "source",
                  "modelField", "model",
                  "reviewField", "review")
              .fields(),
          "history");
  private final SolrInputDocument document = new SolrInputDocument("title", "T");

  @Test
  void aTagBecomesOneObject() {
    document.setField("cat", "Mortgage \"A\"");
    document.setField("a_float", 0.75);
    document.setField("source", "model");
    document.setField("model", "m.bin 1");
    document.setField("review", "truncated");

    assertThat(history.after(document, NOW))
        .containsExactly(
            "{\"until\":\"2026-11-27T03:04:05.678Z\",\"category\":\"Mortgage \\\"A\\\"\","
                + "\"score\":0.75,\"source\":\"model\",\"model\":\"m.bin 1\","
                + "\"review\":\"truncated\"}");
  }

  @Test
  void whatThereWasNotIsAbsent() {
    document.setField("model", "m.bin 1");
    document.setField("review", "abstained");

    assertThat(history.after(document, NOW))
        .containsExactly(
            "{\"until\":\"2026-11-27T03:04:05.678Z\",\"model\":\"m.bin 1\","
                + "\"review\":\"abstained\"}");
  }

  /** Whatever stands there stays as it is; it may be another's. */
  @Test
  void theNewestTwentyAreKept() {
    IntStream.range(0, 25).forEach(i -> document.addField("history", "no JSON " + i));

    List<Object> entries = history.after(document, NOW);

    assertThat(entries).hasSize(20).startsWith("no JSON 6").contains("no JSON 24");
    assertThat(entries.get(19)).hasToString("{\"until\":\"2026-11-27T03:04:05.678Z\"}");
  }

  /** A string field refuses what is longer than 32,766 bytes, and the whole document with it. */
  @Test
  void anEntryFitsAStringFieldWhateverTheTagIs() {
    for (String field : List.of("cat", "source", "model", "review")) {
      document.setField(field, "\u0001".repeat(30_000));
    }

    String entry = (String) history.after(document, NOW).get(0);

    assertThat(entry.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(32_000);
    assertThat((Map<?, ?>) Utils.fromJSONString(entry)).hasSize(5);
  }

  @Test
  void aScoreThatIsNoNumberIsJsonNevertheless() {
    document.setField("a_float", Double.NaN);

    assertThat((String) history.after(document, NOW).get(0)).contains("\"score\":\"NaN\"");
  }

  /** The update log gives back a double where the index has a float. */
  @Test
  void aScoreIsTheSameAsTheSchemaHasIt() throws Exception {
    IndexSchema schema = EmbeddedSolr.shared().core("core", "").getLatestSchema();
    document.setField("cat", "A");
    document.setField("a_float", 0.123456789);
    SolrInputDocument stored = document.deepCopy();
    stored.setField("a_float", 0.12345679f);

    assertThat(history.isSame(stored, document, schema)).isTrue();
    document.setField("a_float", 0.1234);
    assertThat(history.isSame(stored, document, schema)).isFalse();
    document.setField("a_float", "none");
    assertThat(history.isSame(stored, document, schema)).isFalse();
  }

  @Test
  void theWordOfAModelThatItGivesNoneIsATagToo() {
    assertThat(history.hasTag(document)).isFalse();
    document.setField("history", "old");
    assertThat(history.hasTag(document)).isFalse();
    document.setField("review", "abstained");
    assertThat(history.hasTag(document)).isTrue();
  }
}
