/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review.recording;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.CommonParams;
import org.docket.cli.solr.collection.CollectionInfo;

/** Makes of a decision the atomic update that the page would send, guarded by the version. */
final class DecisionUpdate {

  /** What a model said of a tag that is a person's now. */
  private static final List<String> MODELS_WORD =
      List.of("score", "categories", "scores", "model", "review", "failure");

  private DecisionUpdate() {}

  static SolrInputDocument of(GivenDecision decision, FormerTag stored) {
    CollectionInfo info = stored.info();
    SolrInputDocument update = new SolrInputDocument(info.uniqueKey(), decision.id());
    Object version = stored.document().getFirstValue(CommonParams.VERSION_FIELD);
    if (version != null) {
      update.setField(CommonParams.VERSION_FIELD, version);
    }
    set(update, info.category(), decision.category());
    info.field("source").ifPresent(field -> set(update, field, "human"));
    MODELS_WORD.forEach(role -> info.field(role).ifPresent(field -> set(update, field, null)));
    Map<String, Optional<Object>> said = stored.modelsWord();
    set(update, ReviewFields.BY, decision.by());
    set(update, ReviewFields.AT, decision.at().toString());
    set(update, ReviewFields.VERDICT, verdict(decision, said.get(ReviewFields.MODEL_CATEGORY)));
    said.forEach((field, value) -> set(update, field, value.orElse(null)));
    info.field("history").ifPresent(field -> set(update, field, stored.history(decision)));
    return update;
  }

  private static String verdict(GivenDecision decision, Optional<Object> said) {
    if (said.isEmpty()) {
      return "assigned";
    }
    return said.get().equals(decision.category()) ? "accepted" : "corrected";
  }

  private static void set(SolrInputDocument update, String field, Object value) {
    update.setField(field, Collections.singletonMap("set", value));
  }
}
