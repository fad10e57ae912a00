/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.List;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.CommitUpdateCommand;
import org.apache.solr.update.DeleteUpdateCommand;
import org.apache.solr.update.MergeIndexesCommand;
import org.apache.solr.update.RollbackUpdateCommand;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags the documents of one request.
 *
 * <p>Passed through as they came:
 *
 * <ul>
 *   <li>documents with no text in the source fields: there is nothing to categorize;
 *   <li>documents that already have a category, unless {@code doccat.overwrite} is true; their
 *       score, if any, stays too;
 *   <li>atomic updates (a field's value is a map such as {@code {"set": …}}): the rest of the
 *       document is not at hand here, so the index keeps the category that it has. An update that
 *       changes the text should therefore send the whole document;
 *   <li>child documents: only the document at the top is tagged.
 * </ul>
 *
 * <p>A text of words that the model does not know gets the most frequent category of the training
 * data, with its (low) probability.
 *
 * <p>Documents wait for one another, to be categorized at once, up to a number and a size. They go
 * on in the order in which they came, and before any other command of the request goes on, so that
 * the index sees what it would see otherwise. When one of them fails, those before it are in, and
 * those after it are dropped, as they would not have been sent: the request is over. A document
 * whose request is closed without being finished is dropped too, and the log says so.
 *
 * <p>As every update processor, an instance serves one request and one thread at a time; the
 * categorizer behind it is shared.
 */
public final class DoccatUpdateProcessor extends UpdateRequestProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(DoccatUpdateProcessor.class);

  private final DocumentReader reader;
  private final DocumentTagger tagger;
  private final int batchSize;
  private final PendingAdds pending;

  public DoccatUpdateProcessor(
      DocumentReader reader, DocumentTagger tagger, int batchSize, UpdateRequestProcessor next) {
    super(next);
    this.reader = reader;
    this.tagger = tagger;
    this.batchSize = batchSize;
    this.pending = new PendingAdds(batchSize);
  }

  @Override
  public void processAdd(AddUpdateCommand command) throws IOException {
    PendingAdd add = reader.read(command);
    if (batchSize == 1 || (pending.isEmpty() && !add.hasText())) {
      for (TaggedAdd tagged : tagger.tagAll(List.of(add))) {
        super.processAdd(tagged.commandOrThrow());
      }
      return;
    }
    pending.add(add);
    if (pending.isFull() || command.isLastDocInBatch) {
      flush();
    }
  }

  @Override
  public void processDelete(DeleteUpdateCommand command) throws IOException {
    flush();
    super.processDelete(command);
  }

  @Override
  public void processMergeIndexes(MergeIndexesCommand command) throws IOException {
    flush();
    super.processMergeIndexes(command);
  }

  @Override
  public void processCommit(CommitUpdateCommand command) throws IOException {
    flush();
    super.processCommit(command);
  }

  @Override
  public void processRollback(RollbackUpdateCommand command) throws IOException {
    flush();
    super.processRollback(command);
  }

  @Override
  public void finish() throws IOException {
    try {
      flush();
    } finally {
      super.finish();
    }
  }

  @Override
  protected void doClose() {
    if (!pending.isEmpty()) {
      LOG.warn(
          "{} documents were not added: their request was closed before it was finished",
          pending.size());
    }
  }

  /** Sends on what waits. Nothing waits any more afterwards, not even when one of them fails. */
  private void flush() {
    for (TaggedAdd tagged : tagger.tagAll(pending.takeAll())) {
      sendOn(tagged.commandOrThrow());
    }
  }

  /**
   * Solr's loaders would take an I/O error for one of the document that they are adding now, which
   * is not the one that waited.
   */
  private void sendOn(AddUpdateCommand command) {
    try {
      super.processAdd(command);
    } catch (IOException e) {
      throw new SolrException(
          ErrorCode.SERVER_ERROR,
          "Error adding document " + command.getPrintableId() + ": " + e.getMessage(),
          e);
    }
  }
}
