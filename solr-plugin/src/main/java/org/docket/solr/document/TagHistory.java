/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.schema.SchemaField;
import org.docket.solr.config.TagFields;
import org.noggit.JSONUtil;

/**
 * The tags that a document had before, oldest first, each a JSON object: {@code until} (when it was
 * changed, UTC), {@code category}, {@code score}, {@code source}, {@code model}, {@code review};
 * what there was not is absent. Others may add keys, such as {@code who}. Immutable.
 */
public final class TagHistory {

  /** How many are kept, the newest. */
  static final int MAX_ENTRIES = 20;

  /** An entry must fit a string field, which takes some 32,000 bytes, six for each character. */
  static final int MAX_CHARS = 1000;

  private static final int COMPACT = -1;

  private final TagFields fields;
  private final String history;

  /**
   * For a core's fields.
   *
   * @param history the field that holds former tags
   */
  public TagHistory(TagFields fields, String history) {
    this.fields = fields;
    this.history = history;
  }

  /** The field that holds former tags. */
  public String field() {
    return history;
  }

  /** The fields that make a tag another one: category, score, source and model. */
  public List<String> deciding() {
    return Stream.of(
            Optional.of(fields.category()), fields.score(), fields.source(), fields.model())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether there is a tag, or the word of a model that it gives none. */
  public boolean hasTag(SolrInputDocument document) {
    return Stream.concat(deciding().stream(), fields.review().stream())
        .anyMatch(field -> TagOrigin.value(document, field).isPresent());
  }

  /**
   * Whether two versions of a document have the same tag. Values are compared as the schema has
   * them: the update log gives them back as they came.
   */
  public boolean isSame(SolrInputDocument one, SolrInputDocument other, IndexSchema schema) {
    return deciding().stream()
        .allMatch(field -> value(one, field, schema).equals(value(other, field, schema)));
  }

  /** What the history is when the tag of a document changes: without the oldest, if too long. */
  public List<Object> after(SolrInputDocument document, Instant until) {
    List<Object> entries = new ArrayList<>();
    Collection<Object> former = document.getFieldValues(history);
    if (former != null) {
      former.stream().filter(Objects::nonNull).forEach(entries::add);
    }
    entries.add(entry(document, until));
    return List.copyOf(entries.subList(Math.max(0, entries.size() - MAX_ENTRIES), entries.size()));
  }

  private String entry(SolrInputDocument document, Instant until) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("until", until.truncatedTo(ChronoUnit.MILLIS).toString());
    put(entry, "category", document, Optional.of(fields.category()));
    fields
        .score()
        .flatMap(field -> TagOrigin.value(document, field))
        .ifPresent(score -> entry.put("score", number(score)));
    put(entry, "source", document, fields.source());
    put(entry, "model", document, fields.model());
    put(entry, "review", document, fields.review());
    return JSONUtil.toJSON(entry, COMPACT);
  }

  private static void put(
      Map<String, Object> entry, String key, SolrInputDocument document, Optional<String> field) {
    field
        .flatMap(name -> TagOrigin.value(document, name))
        .ifPresent(value -> entry.put(key, shortened(value)));
  }

  /** A field of strings may hold a score too. */
  private static Object number(String score) {
    try {
      double parsed = Double.parseDouble(score);
      return Double.isFinite(parsed) ? parsed : shortened(score);
    } catch (NumberFormatException e) {
      return shortened(score);
    }
  }

  private static String shortened(String value) {
    return value.substring(0, Math.min(value.length(), MAX_CHARS));
  }

  private static Optional<String> value(
      SolrInputDocument document, String field, IndexSchema schema) {
    return TagOrigin.value(document, field).map(value -> asStored(value, field, schema));
  }

  private static String asStored(String value, String field, IndexSchema schema) {
    SchemaField known = schema.getFieldOrNull(field);
    try {
      return known == null ? value : String.valueOf(known.getType().toNativeType(value));
    } catch (RuntimeException e) { // no number, say: Solr refuses it with a message of its own
      return value;
    }
  }
}
