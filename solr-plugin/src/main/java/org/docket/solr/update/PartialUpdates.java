/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.update.AddUpdateCommand;
import org.docket.solr.document.Origin;
import org.docket.solr.document.SourceText;
import org.docket.solr.document.TagOrigin;

/**
 * Lets the tag follow the text through partial updates.
 *
 * <p>An update that touches no source field is left as it is. For one that does, the stored
 * document is read and merged as Solr will merge it, and the update sets the tag of the text that
 * there will be; a person's tag stays. The version that was read guards the update, so that another
 * change of the same document in between makes it start again. The tag of before goes into the
 * history, where there is one.
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
  private final FormerTags formerTags;

  PartialUpdates(
      Tagging tagging, WholeDocuments wholes, StoredDocuments stored, DocumentTagger tagger) {
    this.tagging = tagging;
    this.wholes = wholes;
    this.stored = stored;
    this.tagger = tagger;
    this.formerTags = new FormerTags(tagging);
  }

  /** Tags a partial update and sends it on. */
  void process(AddUpdateCommand command, Next next) throws IOException {
    tagNested(command);
    SolrInputDocument sent = command.getSolrInputDocument();
    boolean isGuarded = mayGuard(command, sent);
    for (int attempt = 1; ; attempt++) {
      if (isGuarded) {
        command.solrDoc = sent.deepCopy(); // merging changes it
      }
      tag(command, isGuarded);
      Object guard = command.getSolrInputDocument().getFieldValue(CommonParams.VERSION_FIELD);
      try {
        next.processAdd(command);
        return;
      } catch (SolrException e) {
        if (!isGuarded || !isOvertaken(command, guard, e) || attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Whether the document has changed since it was read: other conflicts come again. */
  private boolean isOvertaken(AddUpdateCommand command, Object guard, SolrException e) {
    return e.code() == ErrorCode.CONFLICT.code
        && guard != null
        && !guard.equals(stored.version(command));
  }

  /** Whether the update touches text or tag of a document that is to be tagged. */
  boolean concerns(AddUpdateCommand command) {
    SolrInputDocument update = command.getSolrInputDocument();
    return touches(update) && isOurs(command) || !nested(update).isEmpty();
  }

  /** Tags the new documents within a partial update: their text is all there. */
  void tagNested(AddUpdateCommand command) throws IOException {
    tag(new PendingAdd(command, wholes.readAll(command, nested(command.getSolrInputDocument()))));
  }

  private List<SolrInputDocument> nested(SolrInputDocument update) {
    return tagging.config().children() ? NestedDocuments.of(update) : List.of();
  }

  /** A child's update names its root. */
  private boolean isOurs(AddUpdateCommand command) {
    if (command.getReq().getSchema().getUniqueKeyField() == null) {
      return false; // Solr refuses it
    }
    return tagging.config().children()
        || !stored.hasId(command)
        || command.getSelfOrNestedDocIdStr().equals(command.getIndexedIdStr());
  }

  private boolean touches(SolrInputDocument update) {
    return touchesText(update) || touchesCategory(update) || formerTags.concern(update);
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
        && stored.hasId(command)
        && !update.containsKey(CommonParams.VERSION_FIELD)
        && params.get(CommonParams.VERSION_FIELD) == null
        && params.getBool(CommonParams.FAIL_ON_VERSION_CONFLICTS, true);
  }

  private void tag(AddUpdateCommand command, boolean isGuarded) throws IOException {
    if (!isOurs(command) || !touches(command.getSolrInputDocument())) {
      return;
    }
    SolrInputDocument update = command.getSolrInputDocument();
    // The version before the document: what changes in between is then noticed.
    if (isGuarded) {
      update.setField(CommonParams.VERSION_FIELD, stored.version(command));
    }
    Optional<SolrInputDocument> old = stored.read(command, update);
    Optional<PendingText> text = readUpdate(command, update, old);
    tag(new PendingAdd(command, text.stream().toList()));
    old.ifPresent(document -> formerTags.keep(command, document));
  }

  private void tag(PendingAdd add) {
    tagger.tagAll(List.of(add)).forEach(TaggedAdd::commandOrThrow);
  }

  /** The text that the document will have, if its tag is to change. */
  private Optional<PendingText> readUpdate(
      AddUpdateCommand command, SolrInputDocument update, Optional<SolrInputDocument> old) {
    boolean touchesText = touchesText(update);
    switch (change(command, update, old)) {
      case GIVEN -> {
        boolean isModels = isModels(update, old);
        if (!isModels && !(touchesText && tagging.config().overwrite())) {
          tagging.writer().markHumanUpdate(update);
          tagging.metrics().kept();
          return Optional.empty();
        }
        return touchesText ? readText(command, update, old, true) : Optional.empty();
      }
      case TAKEN_OUT -> {
        if (touchesText) {
          return readText(command, update, old, false);
        }
        tagging.writer().clear(update);
        return Optional.empty();
      }
      default -> {
        return touchesText ? readText(command, update, old, true) : Optional.empty();
      }
    }
  }

  /** What an update does to the category. */
  private enum Change {
    NONE,
    GIVEN,
    TAKEN_OUT
  }

  private Change change(
      AddUpdateCommand command, SolrInputDocument update, Optional<SolrInputDocument> old) {
    if (!touchesCategory(update)) {
      return Change.NONE;
    }
    String category = tagging.config().fields().category();
    if (!(update.getField(category).getValue() instanceof Map<?, ?> operations)
        || operations.keySet().equals(Set.of("set"))) {
      return tagging.origin().hasCategory(update) ? Change.GIVEN : Change.TAKEN_OUT;
    }
    // An operation such as remove: what comes of it depends on what there was.
    SolrInputDocument merged = Merging.merge(command, update, old, category::equals);
    Collection<Object> before = old.map(document -> document.getFieldValues(category)).orElse(null);
    if (Objects.equals(before, merged.getFieldValues(category))) {
      return Change.NONE;
    }
    return tagging.origin().hasCategory(merged) ? Change.GIVEN : Change.TAKEN_OUT;
  }

  private boolean isModels(SolrInputDocument update, Optional<SolrInputDocument> old) {
    TagOrigin origins = tagging.origin();
    if (!origins.hasCategory(update)) {
      return false; // an operation, such as remove, on several categories
    }
    Origin origin = origins.ofIncoming(update);
    return origin == Origin.MODEL
            && old.filter(document -> origins.answersReview(update, document)).isEmpty()
        || origin == Origin.UNCERTAIN
            && old.filter(document -> origins.ofStored(document) == Origin.MODEL)
                .filter(document -> origins.isSameTag(update, document))
                .isPresent();
  }

  /** What the update itself says of the tag does not hold: it is made anew, or stays a person's. */
  private Optional<PendingText> readText(
      AddUpdateCommand command,
      SolrInputDocument update,
      Optional<SolrInputDocument> old,
      boolean keepsPersons) {
    tagging.metrics().partialUpdate();
    tagging.writer().remove(update);
    if (keepsPersons && isPersons(old)) {
      tagging.metrics().kept();
      return Optional.empty();
    }
    SourceText text =
        tagging.text(Merging.merge(command, update, old, tagging.config().sources()::matches));
    if (text.isBlank()) {
      tagging.writer().clear(update);
      tagging.metrics().cleared();
      return Optional.empty();
    }
    return Optional.of(new PendingText(update, text, true));
  }

  private boolean isPersons(Optional<SolrInputDocument> old) {
    return !tagging.config().overwrite()
        && old.filter(document -> tagging.origin().ofStored(document) == Origin.HUMAN).isPresent();
  }
}
