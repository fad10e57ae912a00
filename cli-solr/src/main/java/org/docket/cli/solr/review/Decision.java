/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.solr.common.SolrDocument;
import org.docket.cli.Json;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.documents.Sources;

/**
 * What a person decided of a document, as it is exported.
 *
 * @param values by the names of the columns; null for what is not known
 */
record Decision(Map<String, Object> values) {

  static final String ID = "id";
  static final String TEXT = "narrative";
  static final String CATEGORY = "category";
  static final String BY = "reviewed_by";
  static final String AT = "reviewed_at";

  /** Of the index, behind the columns that tell them. */
  private static final Map<String, String> PROVENANCE = provenance();

  private static Map<String, String> provenance() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(BY, BY);
    fields.put(AT, AT);
    fields.put("model", "reviewed_model");
    fields.put("model_category", "reviewed_model_category");
    fields.put("model_score", "reviewed_model_score");
    fields.put("verdict", "reviewed_verdict");
    return fields;
  }

  /** All columns, in order. */
  static List<String> columns() {
    return Stream.concat(Stream.of(ID, TEXT, CATEGORY), PROVENANCE.keySet().stream()).toList();
  }

  /** The fields of the index to ask for, beside text and tag. */
  static Iterable<String> fields() {
    return PROVENANCE.values();
  }

  static Decision of(SolrDocument document, CollectionInfo info) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(ID, Objects.toString(document.getFirstValue(info.uniqueKey())));
    values.put(TEXT, new Sources(info.sources()).text(document));
    values.put(CATEGORY, text(document.getFirstValue(info.category())));
    PROVENANCE.forEach((column, field) -> values.put(column, document.getFirstValue(field)));
    values.computeIfAbsent(BY, column -> reviewer(document, info));
    values.computeIfPresent(AT, (column, value) -> instant(value));
    values.replaceAll(
        (column, value) -> value == null || value instanceof Number ? value : value.toString());
    return new Decision(values);
  }

  String text() {
    return (String) values.get(TEXT);
  }

  /** Empty without one. */
  String category() {
    return text(values.get(CATEGORY));
  }

  /** The values, in the order of the columns; empty for what is not known. */
  List<String> cells() {
    return columns().stream().map(values::get).map(Decision::text).toList();
  }

  /** Other clients may have left a name in the field that tells people from models. */
  private static Object reviewer(SolrDocument document, CollectionInfo info) {
    return info.field("source")
        .map(document::getFirstValue)
        .filter(who -> !who.toString().isBlank())
        .filter(who -> !who.toString().strip().equalsIgnoreCase("human"))
        .orElse(null);
  }

  private static String text(Object value) {
    return Objects.toString(value, "");
  }

  /** SolrJ's date by its milliseconds; what stands in a string field as it stands there. */
  private static Object instant(Object value) {
    if (value instanceof CharSequence) {
      return value;
    }
    String millis = Json.line(value);
    return millis.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-')
        ? Instant.ofEpochMilli(Long.parseLong(millis)).toString()
        : value;
  }
}
