/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.SolrInputField;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.AtomicUpdateDocumentMerger;
import org.docket.solr.document.Origin;
import org.docket.solr.document.SourceText;
import org.docket.solr.document.TagOrigin;

/**
 * Lets the tag follow the text through partial updates.
 *
 * <p>An update that touches no source field is left as it is. For one that does, the stored
 * document is read and merged as Solr will merge it, and the update sets the tag of the text that
 * there will be; a person's tag stays. The version that was read guards the update, so that another
 * change of the same document in between makes it start again.
 */
final class PartialUpdates {

  private static final int MAX_ATTEMPTS = 25;

  /** What the documents go on to. */
  interface Next {
    void processAdd(AddUpdateCommand command) throws IOException;
  }

  private final Tagging tagging;
  private final WholeDocuments wholes;
  private final StoredDocuments stored;
  private final DocumentTagger tagger;

  PartialUpdates(
      Tagging tagging, WholeDocuments wholes, StoredDocuments stored, DocumentTagger tagger) {
    this.tagging = tagging;
    this.wholes = wholes;
    this.stored = stored;
    this.tagger = tagger;
  }

  /** Tags a partial update and sends it on. */
  void process(AddUpdateCommand command, Next next) throws IOException {
    SolrInputDocument sent = command.getSolrInputDocument();
    boolean isGuarded = mayGuard(command, sent);
    for (int attempt = 1; ; attempt++) {
      if (isGuarded) {
        command.solrDoc = sent.deepCopy(); // merging changes it
      }
      tag(command, isGuarded);
      try {
        next.processAdd(command);
        return;
      } catch (SolrException e) {
        if (!isGuarded || e.code() != ErrorCode.CONFLICT.code || attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Whether the update touches text or tag of a document that is to be tagged. */
  boolean concerns(AddUpdateCommand command) {
    SolrInputDocument update = command.getSolrInputDocument();
    return (touchesText(update) || touchesCategory(update)) && isOurs(command)
        || !nested(update).isEmpty();
  }

  /** Tags the new documents within a partial update: their text is all there. */
  void tagNested(AddUpdateCommand command) throws IOException {
    tag(new PendingAdd(command, wholes.readAll(command, nested(command.getSolrInputDocument()))));
  }

  private List<SolrInputDocument> nested(SolrInputDocument update) {
    return tagging.config().children() ? NestedDocuments.of(update) : List.of();
  }

  /** A child's update names its root; one without an id is for Solr to refuse. */
  private boolean isOurs(AddUpdateCommand command) {
    String id = command.getSelfOrNestedDocIdStr();
    return id != null && (tagging.config().children() || id.equals(command.getIndexedIdStr()));
  }

  private boolean touchesText(SolrInputDocument update) {
    return update.getFieldNames().stream().anyMatch(tagging.config().sources()::matches);
  }

  private boolean touchesCategory(SolrInputDocument update) {
    return update.containsKey(tagging.config().fields().category());
  }

  /**
   * Not where the client guards by a version of its own, nor where it wants conflicts to be passed
   * over in silence: its update would be lost.
   */
  private boolean mayGuard(AddUpdateCommand command, SolrInputDocument update) {
    SolrParams params = command.getReq().getParams();
    return stored.hasVersions()
        && !update.containsKey(CommonParams.VERSION_FIELD)
        && params.get(CommonParams.VERSION_FIELD) == null
        && params.getBool(CommonParams.FAIL_ON_VERSION_CONFLICTS, true);
  }

  private void tag(AddUpdateCommand command, boolean isGuarded) throws IOException {
    SolrInputDocument update = command.getSolrInputDocument();
    List<PendingText> texts = new ArrayList<>(wholes.readAll(command, nested(update)));
    if (isOurs(command)) {
      readUpdate(command, update, isGuarded).ifPresent(texts::add);
    }
    tag(new PendingAdd(command, texts));
  }

  private void tag(PendingAdd add) {
    tagger.tagAll(List.of(add)).forEach(TaggedAdd::commandOrThrow);
  }

  /** The text that the document will have, if its tag is to change. */
  private Optional<PendingText> readUpdate(
      AddUpdateCommand command, SolrInputDocument update, boolean isGuarded) throws IOException {
    // The version before the document: what changes in between is then noticed.
    if (isGuarded && (touchesText(update) || isUncertain(update))) {
      update.setField(CommonParams.VERSION_FIELD, stored.version(command));
    }
    if (touchesCategory(update) && keepsCategory(command, update)) {
      return Optional.empty();
    }
    return touchesText(update) ? readText(command, update) : Optional.empty();
  }

  private boolean isUncertain(SolrInputDocument update) {
    return touchesCategory(update) && tagging.origin().ofIncoming(update) == Origin.UNCERTAIN;
  }

  /** Whether what the update says of the category holds; if not, it is taken out. */
  private boolean keepsCategory(AddUpdateCommand command, SolrInputDocument update)
      throws IOException {
    boolean touchesText = touchesText(update);
    boolean isTakenOut = !tagging.origin().hasCategory(update);
    if (touchesText && (isTakenOut || tagging.config().overwrite())) {
      tagging.writer().remove(update);
      return false;
    }
    if (isTakenOut) {
      tagging.writer().markHumanUpdate(update, true);
      return true;
    }
    if (isModels(command, update)) {
      if (touchesText) {
        tagging.writer().remove(update);
      }
      return !touchesText;
    }
    tagging.writer().markHumanUpdate(update, false);
    tagging.metrics().kept();
    return true;
  }

  private boolean isModels(AddUpdateCommand command, SolrInputDocument update) throws IOException {
    TagOrigin origins = tagging.origin();
    Origin origin = origins.ofIncoming(update);
    return origin == Origin.MODEL
        || origin == Origin.UNCERTAIN
            && stored
                .read(command, update)
                .filter(old -> origins.ofStored(old) == Origin.MODEL)
                .filter(old -> origins.isSameTag(update, old))
                .isPresent();
  }

  private Optional<PendingText> readText(AddUpdateCommand command, SolrInputDocument update)
      throws IOException {
    Optional<SolrInputDocument> old = stored.read(command, update);
    tagging.metrics().partialUpdate();
    if (!tagging.config().overwrite()
        && old.filter(document -> tagging.origin().ofStored(document) == Origin.HUMAN)
            .isPresent()) {
      tagging.metrics().kept();
      return Optional.empty();
    }
    SourceText text = tagging.text(merge(command, update, old));
    if (text.isBlank()) {
      tagging.writer().clear(update);
      tagging.metrics().cleared();
      return Optional.empty();
    }
    return Optional.of(new PendingText(update, text, true));
  }

  /** The sources as they will be. */
  private SolrInputDocument merge(
      AddUpdateCommand command, SolrInputDocument update, Optional<SolrInputDocument> old) {
    IndexSchema schema = command.getReq().getSchema();
    String key = schema.getUniqueKeyField().getName();
    SolrInputDocument sources = new SolrInputDocument();
    sources.put(key, update.getField(key));
    for (SolrInputField field : update) {
      if (tagging.config().sources().matches(field.getName())) {
        sources.put(field.getName(), field.deepCopy());
      }
    }
    SolrInputDocument merged = old.orElseGet(SolrInputDocument::new);
    merged.put(key, update.getField(key));
    return new AtomicUpdateDocumentMerger(command.getReq()).merge(sources, merged);
  }
}
