/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.solr.common.SolrInputDocument;
import org.docket.ScoredCategory;
import org.docket.solr.config.TagFields;

/** Writes tags into documents. Immutable. */
public final class TagWriter {

  private static final String SET = "set";

  private final TagFields fields;
  private final int written;

  /** The fields that are written, then those that are only cleared. */
  private final List<String> names;

  private final String model;

  /**
   * For a core's fields.
   *
   * @param model name and hash of the model that tags
   */
  public TagWriter(TagFields fields, String model) {
    this(fields, List.of(), model);
  }

  private TagWriter(TagFields fields, Collection<String> former, String model) {
    this.fields = fields;
    Set<String> all = new LinkedHashSet<>(fields.names());
    all.addAll(former);
    this.names = List.copyOf(all);
    this.written = fields.names().size();
    this.model = model;
  }

  /**
   * One that writes into other fields, as a request may ask, and takes the old tag out of these.
   */
  public TagWriter with(TagFields others) {
    return new TagWriter(others, names, model);
  }

  /** Replaces all that a whole document has of a tag. */
  public void write(SolrInputDocument document, Tag tag) {
    forEach(tag, (field, value) -> put(document, field, value));
  }

  /** Makes a partial update replace all that the index has of a tag. */
  public void writeUpdate(SolrInputDocument update, Tag tag) {
    forEach(tag, (field, value) -> update.setField(field, set(value)));
  }

  /** Takes out all that a whole document, or a partial update, has of a tag. */
  public void remove(SolrInputDocument document) {
    names.forEach(document::removeField);
  }

  /** Makes a partial update take all out that the index has of a tag. */
  public void clear(SolrInputDocument update) {
    names.forEach(field -> update.setField(field, set(null)));
  }

  /** Makes the tag of a whole document a person's: what a model said beside it goes. */
  public void markHuman(SolrInputDocument document) {
    Optional<String> who = fields.source().map(field -> who(document, field));
    removeModelsWord(document);
    who.ifPresent(value -> document.setField(fields.source().orElseThrow(), value));
  }

  /** Takes out of a whole document what a model said of its category. */
  public void removeModelsWord(SolrInputDocument document) {
    names.stream().filter(name -> !name.equals(fields.category())).forEach(document::removeField);
  }

  /** Makes a partial update say that the category that it gives is a person's. */
  public void markHumanUpdate(SolrInputDocument update) {
    Optional<String> who = fields.source().map(field -> who(update, field));
    for (String field : names) {
      if (!field.equals(fields.category())) {
        boolean isSource = fields.source().filter(field::equals).isPresent();
        update.setField(field, set(isSource ? who.orElseThrow() : null));
      }
    }
  }

  /** A person may have a name of their own. */
  private static String who(SolrInputDocument document, String field) {
    return TagOrigin.value(document, field)
        .filter(value -> !value.strip().equalsIgnoreCase(TagOrigin.MODEL_VALUE))
        .orElse(TagOrigin.HUMAN_VALUE);
  }

  /** A map that may hold null, which Map.of may not. */
  private static Map<String, Object> set(Object value) {
    return new LinkedHashMap<>(Collections.singletonMap(SET, value));
  }

  private static void put(SolrInputDocument document, String field, Object value) {
    if (value == null) {
      document.removeField(field);
    } else {
      document.setField(field, value);
    }
  }

  /** What goes into each field; null for nothing. Of types that Solr's update log knows. */
  private void forEach(Tag tag, BiConsumer<String, Object> to) {
    to.accept(fields.category(), tag.category().orElse(null));
    accept(to, fields.score(), tag.score().orElse(null));
    accept(to, fields.categories(), each(tag.best(), ScoredCategory::category));
    accept(to, fields.scores(), each(tag.best(), ScoredCategory::probability));
    accept(to, fields.source(), tag.category().isPresent() ? TagOrigin.MODEL_VALUE : null);
    accept(to, fields.model(), model);
    accept(to, fields.review(), tag.review().map(Review::value).orElse(null));
    accept(to, fields.failure(), tag.failure().orElse(null));
    if (names.size() > written) {
      names.subList(written, names.size()).forEach(former -> to.accept(former, null));
    }
  }

  private static void accept(BiConsumer<String, Object> to, Optional<String> field, Object value) {
    if (field.isPresent()) {
      to.accept(field.get(), value);
    }
  }

  private static List<Object> each(
      List<ScoredCategory> best, Function<ScoredCategory, Object> part) {
    if (best.isEmpty()) {
      return null;
    }
    List<Object> parts = new ArrayList<>(best.size());
    for (ScoredCategory one : best) {
      parts.add(part.apply(one));
    }
    return parts;
  }
}
