/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrDocument;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.documents.Owner;
import org.docket.cli.solr.documents.StoredTag;

/**
 * The tag of a document as the index holds it.
 *
 * @param document with the fields of the tag, those of a former decision, and its version
 * @param info names the fields
 */
record FormerTag(SolrDocument document, CollectionInfo info) {

  private static final String MODEL = "model";
  private static final String CATEGORY = "category";
  private static final List<String> PARTS = List.of(CATEGORY, "score", "source", MODEL, "review");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether a person gave it, as the plugin sees it. */
  boolean isPersons() {
    return tag().owner(info) == Owner.PERSON;
  }

  private StoredTag tag() {
    return StoredTag.of(info, document::getFieldValue);
  }

  /** The category, whoever gave it. */
  Optional<String> category() {
    return tag().category();
  }

  /** Of a role, such as category; the first of several values. */
  private Optional<Object> value(String role) {
    return info.field(role).map(document::getFirstValue);
  }

  /** What the model said last, by the field that keeps it: empty where it gave no category. */
  Map<String, Optional<Object>> modelsWord() {
    Map<String, Optional<Object>> word = new LinkedHashMap<>();
    boolean isPersons = isPersons();
    word.put(ReviewFields.MODEL, said(isPersons, ReviewFields.MODEL, MODEL));
    word.put(ReviewFields.MODEL_CATEGORY, said(isPersons, ReviewFields.MODEL_CATEGORY, CATEGORY));
    word.put(ReviewFields.MODEL_SCORE, said(isPersons, ReviewFields.MODEL_SCORE, "score"));
    word.put(ReviewFields.MODEL_REVIEW, said(isPersons, ReviewFields.MODEL_REVIEW, "review"));
    if (word.get(ReviewFields.MODEL_SCORE).isEmpty() && info.field("score").isPresent()) {
      word.put(ReviewFields.MODEL_CATEGORY, Optional.empty()); // a fallback is nothing that it said
    }
    return word;
  }

  private Optional<Object> said(boolean isPersons, String kept, String role) {
    return isPersons ? Optional.ofNullable(document.getFirstValue(kept)) : value(role);
  }

  /**
   * Its history with itself at the end, as the page writes it: "who" gave the tag, where a person
   * did; "by" ended it.
   */
  List<Object> history(GivenDecision decision) {
    Collection<Object> former = document.getFieldValues(info.require("history"));
    List<Object> history = new ArrayList<>(former == null ? List.of() : former);
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("until", decision.at().toString());
    PARTS.forEach(part -> value(part).ifPresent(value -> entry.put(part, value)));
    if (entry.size() > 1) {
      if (isPersons()) {
        Optional.ofNullable(document.getFirstValue(ReviewFields.BY))
            .ifPresent(who -> entry.put("who", who));
      }
      entry.put("by", decision.by());
      history.add(json(entry));
    }
    return history.subList(
        Math.max(0, history.size() - ReviewFields.HISTORY_LIMIT), history.size());
  }

  private static String json(Map<String, Object> entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts and numbers is JSON", e);
    }
  }
}
