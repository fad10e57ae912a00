/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrRequestInfo;
import org.apache.solr.response.SolrQueryResponse;
import org.docket.solr.CapturedLog;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.config.SourceFields;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

  private static final SourceText NONE = new SourceText(" ", false);
  private static final SourceText SOME = new SourceText("words", false);

  private static SolrCore core;

  private final SilenceWatch watch = new SilenceWatch(SourceFields.of("body", "*_txt"));
  private final SolrInputDocument document =
      new SolrInputDocument("id", "1", "title", "words", "narrative", "words");

  @BeforeAll
  static void start() throws Exception {
    core = EmbeddedSolr.shared().core("mine", "");
  }

  @Test
  void aThousandInARowAreToldOnce() {
    // Solr knows it by thread.
    SolrRequestInfo.setRequestInfo(
        new SolrRequestInfo(EmbeddedSolr.request(core, Map.of()), new SolrQueryResponse()));
    try (CapturedLog log = CapturedLog.of(SilenceWatch.class)) {
      see(SilenceWatch.LIMIT - 1, NONE);
      assertThat(log.messages()).isEmpty();
      see(2 * SilenceWatch.LIMIT, NONE);
      assertThat(log.messages())
          .containsExactly(
              "WARN Docket in core mine: 1000 documents in a row had no text in body, *_txt, and were not"
                  + " tagged; the last one had the fields id, title, narrative; name in doccat.fl"
                  + " what holds the text");
    } finally {
      SolrRequestInfo.clearRequestInfo();
    }
  }

  @Test
  void oneTextBeginsAnotherRow() {
    try (CapturedLog log = CapturedLog.of(SilenceWatch.class)) {
      see(SilenceWatch.LIMIT - 1, NONE);
      see(1, SOME);
      see(SilenceWatch.LIMIT - 1, NONE);
      assertThat(log.messages()).isEmpty();
      see(1, NONE);
      assertThat(log.messages()).hasSize(1);
    }
  }

  @Test
  void manyThreadsAreToldOnce() {
    try (CapturedLog log = CapturedLog.of(SilenceWatch.class)) {
      IntStream.range(0, 10 * SilenceWatch.LIMIT)
          .parallel()
          .forEach(i -> watch.saw(document, NONE));
      assertThat(log.messages()).hasSize(1);
    }
  }

  private void see(int times, SourceText text) {
    for (int i = 0; i < times; i++) {
      watch.saw(document, text);
    }
  }
}
