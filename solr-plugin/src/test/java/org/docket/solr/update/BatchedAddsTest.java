/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.core.SolrCore;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.CommitUpdateCommand;
import org.apache.solr.update.DeleteUpdateCommand;
import org.apache.solr.update.MergeIndexesCommand;
import org.apache.solr.update.RollbackUpdateCommand;
import org.docket.solr.CapturedLog;
import org.docket.solr.EmbeddedSolr;
import org.docket.solr.config.Configs;
import org.docket.solr.metrics.TaggingMetrics;
import org.junit.jupiter.api.Test;

/** Documents that wait for one another, four at most. */
class BatchedAddsTest {

  private final EchoingCategorizer categorizer = new EchoingCategorizer();
  private final RecordingProcessor next = new RecordingProcessor();
  private final DoccatUpdateProcessor processor = processor(4);

  /** One command for all documents, as Solr's loaders have it. */
  private final AddUpdateCommand command = new AddUpdateCommand(null);

  @Test
  void fourAtOnceAndTheRestAtTheEnd() throws IOException {
    for (int id = 1; id <= 4; id++) {
      assertThat(next.events()).isEmpty();
      add(id);
    }
    assertThat(next.events()).containsExactly("1 T1", "2 T2", "3 T3", "4 T4");
    add(5);
    add(6);
    assertThat(next.events()).hasSize(4);
    processor.finish();

    assertThat(next.events().subList(4, 7)).containsExactly("5 T5", "6 T6", "finish");
    assertThat(categorizer.calls())
        .containsExactly(List.of("T1", "T2", "T3", "T4"), List.of("T5", "T6"));
  }

  @Test
  void oneAtATimeKeepsNothingBack() throws IOException {
    DoccatUpdateProcessor single = processor(1);
    command.solrDoc = document(1, "T1");
    single.processAdd(command);

    assertThat(next.events()).containsExactly("1 T1");
    assertThat(next.adds().get(0)).isSameAs(command);
    assertThat(categorizer.calls()).containsExactly(List.of("T1"));
  }

  @Test
  void eachDocumentKeepsItsOwnCommand() throws IOException {
    command.commitWithin = 10;
    command.setVersion(7);
    add(1);
    command.clear();
    command.overwrite = false;
    command.commitWithin = 20;
    add(2);
    command.clear();
    processor.finish();

    AddUpdateCommand first = next.adds().get(0);
    AddUpdateCommand second = next.adds().get(1);
    assertThat(List.of(first.overwrite, first.commitWithin, first.getVersion()))
        .containsExactly(true, 10, 7L);
    assertThat(List.of(second.overwrite, second.commitWithin, second.getVersion()))
        .containsExactly(false, 20, 0L);
  }

  @Test
  void everyOtherCommandComesAfterTheDocumentsBeforeIt() throws IOException {
    add(1);
    processor.processDelete(new DeleteUpdateCommand(null));
    add(2);
    processor.processCommit(new CommitUpdateCommand(null, false));
    add(3);
    processor.processRollback(new RollbackUpdateCommand(null));
    add(4);
    processor.processMergeIndexes(new MergeIndexesCommand(List.of(), null));
    add(5);
    processor.finish();

    assertThat(next.events())
        .containsExactly(
            "1 T1",
            "delete",
            "2 T2",
            "commit",
            "3 T3",
            "rollback",
            "4 T4",
            "merge",
            "5 T5",
            "finish");
  }

  @Test
  void whatIsNotTaggedKeepsItsPlace() throws IOException {
    add(document(1, "T1"));
    add(document(2, " "));
    add(new SolrInputDocument("id", "3", "title", "T3", "cat", "Mine"));
    SolrInputDocument atomic = new SolrInputDocument("id", "4");
    atomic.setField("state", Map.of("set", "TX"));
    add(atomic);
    add(document(5, "T5"));
    processor.finish();

    assertThat(next.events())
        .containsExactly("1 T1", "2 null", "3 Mine", "4 null", "5 T5", "finish");
    assertThat(categorizer.calls()).containsExactly(List.of("T1"), List.of("T5"));
  }

  @Test
  void whatIsNotTaggedDoesNotWaitForNothing() throws IOException {
    add(document(1, ""));

    assertThat(next.events()).containsExactly("1 null");
  }

  @Test
  void theLastDocumentOfABatchOfTheSenderEndsOurs() throws IOException {
    add(1);
    command.isLastDocInBatch = true;
    add(2);

    assertThat(next.events()).containsExactly("1 T1", "2 T2");
  }

  @Test
  void aLotOfTextDoesNotWait() throws IOException {
    SolrInputDocument large = document(2, "T2");
    large.addChildDocument(new SolrInputDocument("body", "x".repeat(600_000)));
    large.setField("attachment", List.of(new byte[400_000]));
    add(document(1, "T1"));
    add(large);

    assertThat(next.events()).containsExactly("1 T1", "2 T2");
  }

  @Test
  void aFailureLeavesInWhatCameBeforeAndDropsTheRest() throws IOException {
    SolrException conflict = new SolrException(ErrorCode.CONFLICT, "version conflict for 2");
    next.failAt("2", conflict);
    add(1);
    add(2);
    add(3);

    assertThatThrownBy(() -> add(4)).isSameAs(conflict);
    processor.finish();
    processor.close();
    assertThat(next.events()).containsExactly("1 T1", "finish");
  }

  @Test
  void aFailureStopsTheCommandThatFollows() throws IOException {
    SolrException bad = new SolrException(ErrorCode.BAD_REQUEST, "unknown field");
    next.failAt("1", bad);
    add(1);

    assertThatThrownBy(() -> processor.processCommit(new CommitUpdateCommand(null, false)))
        .isSameAs(bad);
    processor.finish();
    assertThat(next.events()).containsExactly("finish");
  }

  @Test
  void aFailureAtTheEndStillFinishesTheOthers() throws IOException {
    SolrException bad = new SolrException(ErrorCode.BAD_REQUEST, "unknown field");
    next.failAt("2", bad);
    add(1);
    add(2);

    assertThatThrownBy(processor::finish).isSameAs(bad);
    assertThat(next.events()).containsExactly("1 T1", "finish");
  }

  @Test
  void anInputOutputErrorNamesItsDocument() throws IOException {
    IOException full = new IOException("no space left on device");
    next.failAt("1", full);
    SolrCore core = EmbeddedSolr.shared().core("core", "");
    AddUpdateCommand first = new AddUpdateCommand(EmbeddedSolr.request(core, Map.of()));
    first.solrDoc = document(1, "T1");
    processor.processAdd(first);
    add(2);

    assertThatThrownBy(processor::finish)
        .isInstanceOf(SolrException.class)
        .hasMessage("Error adding document 1: no space left on device")
        .hasCause(full);
    assertThat(next.events()).containsExactly("finish");
  }

  /** Solr's loaders name the document that they are adding now, and it is the right one here. */
  @Test
  void anInputOutputErrorOfADocumentThatDidNotWaitIsLeftToSolr() {
    IOException full = new IOException("no space left on device");
    next.failAt("1", full);
    command.solrDoc = document(1, "T1");

    assertThatThrownBy(() -> processor(1).processAdd(command)).isSameAs(full);
  }

  @Test
  void oneTextThatCannotBeCategorizedFailsItsOwnDocumentOnly() throws IOException {
    add(document(1, "T1"));
    add(document(2, "T2"));
    add(document(3, "bad"));

    assertThatThrownBy(() -> add(4)).hasMessageContaining("cannot categorize 'bad'");
    processor.finish();
    assertThat(next.events()).containsExactly("1 T1", "2 T2", "finish");
  }

  @Test
  void aBatchThatFailsAsAWholeIsCategorizedOneByOne() throws IOException {
    categorizer.failAtMany();
    add(1);
    add(2);
    processor.finish();

    assertThat(next.events()).containsExactly("1 T1", "2 T2", "finish");
    assertThat(categorizer.calls())
        .containsExactly(List.of("T1", "T2"), List.of("T1"), List.of("T2"));
  }

  @Test
  void closedWithoutBeingFinished() throws IOException {
    add(1);
    add(2);
    try (CapturedLog log = CapturedLog.of(DoccatUpdateProcessor.class)) {
      processor.close();
      assertThat(log.messages())
          .containsExactly(
              "WARN 2 documents were not added: their request was closed before it was finished");
    }
    assertThat(next.events()).isEmpty();
  }

  @Test
  void closedAfterBeingFinished() throws IOException {
    add(1);
    processor.finish();
    try (CapturedLog log = CapturedLog.of(DoccatUpdateProcessor.class)) {
      processor.close();
      assertThat(log.messages()).isEmpty();
    }
  }

  private void add(int id) throws IOException {
    add(document(id, "T" + id));
  }

  private void add(SolrInputDocument document) throws IOException {
    command.solrDoc = document;
    processor.processAdd(command);
  }

  private static SolrInputDocument document(int id, String title) {
    return new SolrInputDocument("id", String.valueOf(id), "title", title);
  }

  private DoccatUpdateProcessor processor(int batchSize) {
    return new DoccatUpdateProcessor(
        Tagging.of(Configs.of(), categorizer, "m.bin 1", TaggingMetrics.NONE),
        EmbeddedSolr.request(null, Map.of()),
        batchSize,
        false,
        next);
  }
}
