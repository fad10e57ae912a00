/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.docket.solr.document.TagHistory;

/** Lets a partial update that changes the tag leave the former one in the document. */
final class FormerTags {

  private final Optional<TagHistory> history;

  FormerTags(Tagging tagging) {
    this.history =
        tagging.config().history().map(field -> new TagHistory(tagging.config().fields(), field));
  }

  /** Whether an update may change what makes a tag another one, and somebody wants to know. */
  boolean concern(SolrInputDocument update) {
    return history
        .filter(kept -> kept.deciding().stream().anyMatch(update::containsKey))
        .isPresent();
  }

  /**
   * Adds the former tag to an update, unless this writes the history itself.
   *
   * @param command the update as it will go on
   * @param stored the document as it is
   */
  void keep(AddUpdateCommand command, SolrInputDocument stored) {
    SolrInputDocument update = command.getSolrInputDocument();
    history
        .filter(kept -> !update.containsKey(kept.field()) && changes(command, stored, kept))
        .ifPresent(
            kept ->
                update.setField(
                    kept.field(),
                    new LinkedHashMap<>(
                        Collections.singletonMap("set", kept.after(stored, Instant.now())))));
  }

  private static boolean changes(
      AddUpdateCommand command, SolrInputDocument stored, TagHistory history) {
    SolrInputDocument update = command.getSolrInputDocument();
    if (!history.hasTag(stored) || history.deciding().stream().noneMatch(update::containsKey)) {
      return false;
    }
    SolrInputDocument merged =
        Merging.merge(command, update, Optional.of(stored), history.deciding()::contains);
    return !history.isSame(stored, merged, command.getReq().getSchema());
  }
}
