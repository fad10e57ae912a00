/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.docket.solr.document.Origin;
import org.docket.solr.document.TagOrigin;

/**
 * Decides what is to be categorized behind Solr's DistributedUpdateProcessor, which has made whole
 * documents of partial updates: the stored document shows what they have changed.
 */
final class MergedDocuments implements DocumentReader {

  private final Tagging tagging;
  private final WholeDocuments wholes;
  private final StoredDocuments stored;

  MergedDocuments(Tagging tagging, WholeDocuments wholes, StoredDocuments stored) {
    this.tagging = tagging;
    this.wholes = wholes;
    this.stored = stored;
  }

  @Override
  public List<PendingText> read(AddUpdateCommand command) throws IOException {
    SolrInputDocument document = command.getSolrInputDocument();
    Optional<SolrInputDocument> old = stored.read(command, document);
    if (old.isEmpty() || !isSettled(document, old.get())) {
      return wholes.read(command);
    }
    return tagging.config().children()
        ? wholes.readAll(command, NestedDocuments.of(document))
        : List.of();
  }

  /**
   * Whether there is nothing to categorize. A partial update leaves the stored tag's companions
   * (score, source, model) as they were, and shows what it changed itself; all else is a whole
   * document.
   */
  private boolean isSettled(SolrInputDocument document, SolrInputDocument old) {
    TagOrigin origin = tagging.origin();
    if (origin.ofIncoming(document) == Origin.NONE || !origin.hasSameCompanions(document, old)) {
      return false;
    }
    boolean sameText = tagging.text(document).equals(tagging.text(old));
    boolean sameCategory = origin.isSameCategory(document, old);
    if (tagging.config().overwrite() && (sameCategory || !sameText)) {
      return false;
    }
    if (sameCategory) {
      return sameText && !isOfAnotherModel(document);
    }
    if (origin.hasCategory(document)) {
      tagging.writer().markHuman(document);
      tagging.metrics().kept();
      return true;
    }
    if (sameText) {
      tagging.writer().removeModelsWord(document); // a person took the category out
    }
    return sameText;
  }

  /** Then the document has come to be tagged anew, as far as anybody can tell. */
  private boolean isOfAnotherModel(SolrInputDocument document) {
    return tagging
        .origin()
        .model(document)
        .filter(model -> !model.equals(tagging.model()))
        .isPresent();
  }
}
