/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.docket.solr.document.Origin;
import org.docket.solr.document.SourceText;
import org.docket.solr.document.TagOrigin;

/**
 * Decides what of a whole document is to be categorized.
 *
 * <p>A tag that is a model's is taken out, to be made anew; a person's stays. Where only the stored
 * document tells which it is, the node that leads decides. The others leave the document to it.
 */
final class WholeDocuments implements DocumentReader {

  private final Tagging tagging;
  private final Distribution distribution;
  private final StoredDocuments stored;

  /** For the documents of a request. */
  WholeDocuments(Tagging tagging, Distribution distribution, StoredDocuments stored) {
    this.tagging = tagging;
    this.distribution = distribution;
    this.stored = stored;
  }

  @Override
  public List<PendingText> read(AddUpdateCommand command) throws IOException {
    SolrInputDocument document = command.getSolrInputDocument();
    if (!tagging.config().children()) {
      return read(command, document).map(List::of).orElse(List.of());
    }
    List<SolrInputDocument> all = new ArrayList<>();
    all.add(document);
    all.addAll(NestedDocuments.of(document));
    return readAll(command, all);
  }

  /** The texts of documents that a command adds. */
  List<PendingText> readAll(AddUpdateCommand command, List<SolrInputDocument> documents)
      throws IOException {
    List<PendingText> texts = new ArrayList<>(documents.size());
    for (SolrInputDocument document : documents) {
      read(command, document).ifPresent(texts::add);
    }
    return texts;
  }

  Optional<PendingText> read(AddUpdateCommand command, SolrInputDocument document)
      throws IOException {
    if (!distribution.isFromClient() && !isLeftToUs(document)) {
      return Optional.empty(); // the node that received it has decided
    }
    SourceText text = tagging.text(document);
    tagging.silence().saw(document, text);
    Origin origin = origin(command, document, text);
    if (origin == Origin.UNCERTAIN) {
      distribution.leave(command);
      return Optional.empty();
    }
    if (origin == Origin.HUMAN) {
      tagging.writer().markHuman(document);
      tagging.metrics().kept();
      return Optional.empty();
    }
    return readUntagged(document, text, origin);
  }

  private boolean isLeftToUs(SolrInputDocument document) {
    return distribution.mayHaveBeenLeft()
        && tagging.origin().ofIncoming(document) == Origin.UNCERTAIN;
  }

  private Optional<PendingText> readUntagged(
      SolrInputDocument document, SourceText text, Origin origin) {
    if (origin == Origin.MODEL) {
      tagging.writer().remove(document);
    }
    if (text.isBlank()) {
      tagging.metrics().withoutText();
      return Optional.empty();
    }
    return Optional.of(new PendingText(document, text, false));
  }

  /** UNCERTAIN only where the leader must decide. */
  private Origin origin(AddUpdateCommand command, SolrInputDocument document, SourceText text)
      throws IOException {
    Origin incoming = tagging.origin().ofIncoming(document);
    if (incoming == Origin.NONE) {
      return Origin.NONE;
    }
    if (tagging.config().overwrite() && !text.isBlank()) {
      return Origin.MODEL;
    }
    return incoming == Origin.UNCERTAIN && distribution.leads(command)
        ? settle(command, document)
        : incoming;
  }

  private Origin settle(AddUpdateCommand command, SolrInputDocument document) throws IOException {
    TagOrigin origins = tagging.origin();
    return stored
        .read(command, document)
        .filter(old -> origins.ofStored(old) == Origin.MODEL && origins.isSameTag(document, old))
        .map(old -> Origin.MODEL)
        .orElse(Origin.HUMAN);
  }
}
