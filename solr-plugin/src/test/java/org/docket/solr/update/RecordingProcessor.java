/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.CommitUpdateCommand;
import org.apache.solr.update.DeleteUpdateCommand;
import org.apache.solr.update.MergeIndexesCommand;
import org.apache.solr.update.RollbackUpdateCommand;
import org.apache.solr.update.processor.UpdateRequestProcessor;

/** The end of a chain: remembers what comes, and fails where it is told to. */
public final class RecordingProcessor extends UpdateRequestProcessor {

  private final List<String> events = new ArrayList<>();
  private final List<AddUpdateCommand> adds = new ArrayList<>();
  private final Map<String, Exception> failures = new HashMap<>();

  private final String categoryField;

  public RecordingProcessor() {
    this("cat");
  }

  public RecordingProcessor(String categoryField) {
    super(null);
    this.categoryField = categoryField;
  }

  /** What came, in order: "1 Mortgage" is the document 1 with its category. */
  public List<String> events() {
    return events;
  }

  /** The commands that added documents. */
  public List<AddUpdateCommand> adds() {
    return adds;
  }

  /** From now on this event fails. */
  void failAt(String event, Exception failure) {
    failures.put(event, failure);
  }

  @Override
  public void processAdd(AddUpdateCommand command) throws IOException {
    String id = String.valueOf(command.solrDoc.getFieldValue("id"));
    record(id, id + " " + command.solrDoc.getFieldValue(categoryField));
    adds.add(command);
  }

  @Override
  public void processDelete(DeleteUpdateCommand command) throws IOException {
    record("delete", "delete");
  }

  @Override
  public void processMergeIndexes(MergeIndexesCommand command) throws IOException {
    record("merge", "merge");
  }

  @Override
  public void processCommit(CommitUpdateCommand command) throws IOException {
    record("commit", "commit");
  }

  @Override
  public void processRollback(RollbackUpdateCommand command) throws IOException {
    record("rollback", "rollback");
  }

  @Override
  public void finish() throws IOException {
    record("finish", "finish");
  }

  private void record(String failing, String event) throws IOException {
    if (failures.get(failing) instanceof IOException e) {
      throw e;
    }
    if (failures.get(failing) instanceof RuntimeException e) {
      throw e;
    }
    events.add(event);
  }
}
