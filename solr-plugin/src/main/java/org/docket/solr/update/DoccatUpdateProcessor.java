/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.List;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.CommitUpdateCommand;
import org.apache.solr.update.DeleteUpdateCommand;
import org.apache.solr.update.MergeIndexesCommand;
import org.apache.solr.update.RollbackUpdateCommand;
import org.apache.solr.update.processor.AtomicUpdateDocumentMerger;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags the documents of one request.
 *
 * <ul>
 *   <li>A whole document is categorized by the node that received it. Without text in the source
 *       fields it passes through. A tag that is known to be a model's is made anew, a person's
 *       stays, unless {@code doccat.overwrite} is true.
 *   <li>A partial update is categorized where the stored document is: on the leader. See {@link
 *       PartialUpdates}.
 *   <li>What comes from a leader, or out of an update log, has been tagged and passes through.
 *   <li>Child documents are tagged like others if {@code doccat.children} is true.
 * </ul>
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

  private final Distribution distribution;
  private final DocumentReader reader;
  private final PartialUpdates partialUpdates;
  private final DocumentTagger tagger;
  private final int batchSize;
  private final PendingAdds pending;

  /**
   * For one request.
   *
   * @param batchSize how many documents may wait for one another
   * @param isMerged whether Solr has made whole documents of partial updates already
   */
  public DoccatUpdateProcessor(
      Tagging tagging,
      SolrQueryRequest request,
      int batchSize,
      boolean isMerged,
      UpdateRequestProcessor next) {
    super(next);
    StoredDocuments stored = new StoredDocuments(request, this::flush);
    this.distribution = new Distribution(request);
    this.tagger = new DocumentTagger(tagging);
    WholeDocuments wholes = new WholeDocuments(tagging, distribution, stored);
    this.reader = isMerged ? new MergedDocuments(tagging, wholes, stored) : wholes;
    this.partialUpdates = new PartialUpdates(tagging, wholes, stored, tagger);
    this.batchSize = batchSize;
    this.pending = new PendingAdds(batchSize);
  }

  @Override
  public void processAdd(AddUpdateCommand command) throws IOException {
    if (Distribution.isFromLog(command) || command.isInPlaceUpdate()) {
      super.processAdd(command);
    } else if (AtomicUpdateDocumentMerger.isAtomicUpdate(command)) {
      processUpdate(command);
    } else {
      process(new PendingAdd(command, reader.read(command)));
    }
  }

  private void processUpdate(AddUpdateCommand command) throws IOException {
    if (!partialUpdates.concerns(command)) {
      process(new PendingAdd(command, List.of()));
      return;
    }
    flush();
    if (distribution.leads(command)) {
      partialUpdates.process(command, super::processAdd);
      return;
    }
    partialUpdates.tagNested(command);
    distribution.send(command, super::processAdd);
  }

  private void process(PendingAdd add) throws IOException {
    if (batchSize == 1 || (pending.isEmpty() && !add.hasText())) {
      for (TaggedAdd tagged : tagger.tagAll(List.of(add))) {
        distribution.send(tagged.commandOrThrow(), super::processAdd);
      }
      return;
    }
    pending.add(add);
    if (pending.isFull() || add.command().isLastDocInBatch) {
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
      distribution.send(command, super::processAdd);
    } catch (IOException e) {
      throw new SolrException(
          ErrorCode.SERVER_ERROR,
          "Error adding document " + command.getPrintableId() + ": " + e.getMessage(),
          e);
    }
  }
}
