/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.solr.common.SolrInputDocument;
import org.docket.solr.config.TagFields;

/** Tells whose the tag of a document is. Immutable. */
public final class TagOrigin {

  /** What {@code doccat.sourceField} holds beside a model's category. */
  public static final String MODEL_VALUE = "model";

  /** What {@code doccat.sourceField} holds beside a person's category. */
  public static final String HUMAN_VALUE = "human";

  /** More places than any probability is written with. */
  private static final int MAX_SCALE = 400;

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal FLOAT_ERROR = new BigDecimal("1e-7");

  private final TagFields fields;
  private final Optional<String> fallback;
  private final List<String> names;

  /**
   * For a core's fields.
   *
   * @param fallback the category that is given where the model gives none
   */
  public TagOrigin(TagFields fields, Optional<String> fallback) {
    this.fields = fields;
    this.fallback = fallback;
    this.names = List.copyOf(fields.names());
  }

  /** Whose the tag is that came with a whole document, as far as the document tells. */
  public Origin ofIncoming(SolrInputDocument document) {
    return of(document, Origin.UNCERTAIN);
  }

  /**
   * Whose the tag is that the index holds. A score without another word is a model's: people give
   * none.
   */
  public Origin ofStored(SolrInputDocument document) {
    return of(document, Origin.MODEL);
  }

  private Origin of(SolrInputDocument document, Origin withScore) {
    Optional<String> category = value(document, fields.category());
    if (category.isEmpty()) {
      return names.stream().anyMatch(document::containsKey) ? Origin.MODEL : Origin.NONE;
    }
    Optional<String> source = fields.source().flatMap(field -> value(document, field));
    if (source.isPresent()) {
      return source.get().strip().equalsIgnoreCase(MODEL_VALUE) ? Origin.MODEL : Origin.HUMAN;
    }
    boolean isFallback = category.equals(fallback);
    if (!isFallback && modelGaveNone(document)) {
      return Origin.HUMAN; // somebody has answered what stood for review
    }
    if (model(document).isPresent() || isFallback && fields.source().isEmpty()) {
      return Origin.MODEL;
    }
    return fields.score().flatMap(field -> value(document, field)).isPresent()
        ? withScore
        : Origin.HUMAN;
  }

  /** Whether the model looked at the document and left it without a category. */
  private boolean modelGaveNone(SolrInputDocument document) {
    return fields
        .review()
        .flatMap(field -> value(document, field))
        .filter(Review::isOfNoCategory)
        .isPresent();
  }

  /**
   * Whether a partial update gives a document a category that a model left without one, and does
   * not say that it is a model's too.
   */
  public boolean answersReview(SolrInputDocument update, SolrInputDocument stored) {
    return fields.source().filter(field -> value(update, field).isEmpty()).isPresent()
        && !hasCategory(stored)
        && modelGaveNone(stored);
  }

  /**
   * Whether a category and score that came with a document are those that the index holds. The
   * score may have been rounded or cut on its way.
   *
   * @param stored the document as it is in the index
   */
  public boolean isSameTag(SolrInputDocument incoming, SolrInputDocument stored) {
    return isSameCategory(incoming, stored)
        && fields.score().map(field -> isSameScore(incoming, stored, field)).orElse(true);
  }

  /** Whether the document has a category, whoever gave it. */
  public boolean hasCategory(SolrInputDocument document) {
    return value(document, fields.category()).isPresent();
  }

  /** Whether all that stands beside the category is the same: who tagged, with what score. */
  public boolean hasSameCompanions(SolrInputDocument one, SolrInputDocument other) {
    return names.stream()
        .filter(name -> !name.equals(fields.category()))
        .allMatch(name -> value(one, name).equals(value(other, name)));
  }

  /** The model that a tag names, if it does. */
  public Optional<String> model(SolrInputDocument document) {
    return fields.model().flatMap(field -> value(document, field));
  }

  /** Whether both have the same category, or none. */
  public boolean isSameCategory(SolrInputDocument incoming, SolrInputDocument stored) {
    return value(incoming, fields.category()).equals(value(stored, fields.category()));
  }

  private static boolean isSameScore(
      SolrInputDocument incoming, SolrInputDocument stored, String field) {
    Optional<String> came = value(incoming, field);
    Optional<String> held = value(stored, field);
    return came.isPresent() && held.isPresent() && isShortened(came.get(), held.get());
  }

  /**
   * Whether one number is the other, rounded or cut to the digits that it shows; what a float makes
   * of a double counts as the same.
   */
  private static boolean isShortened(String came, String exact) {
    try {
      BigDecimal shortened = new BigDecimal(came);
      if (Math.abs(shortened.scale()) > MAX_SCALE) {
        return came.equals(exact); // reckoning with 1e99999999 takes as many digits
      }
      BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(shortened.scale());
      BigDecimal more = shortened.subtract(new BigDecimal(exact));
      return more.negate().compareTo(lastDigit.add(FLOAT_ERROR)) < 0
          && more.compareTo(lastDigit.multiply(HALF).add(FLOAT_ERROR)) <= 0;
    } catch (NumberFormatException e) {
      return came.equals(exact);
    }
  }

  /** The first value of a field, or of what a partial update sets it to; blank is none. */
  public static Optional<String> value(SolrInputDocument document, String field) {
    return first(document.getFieldValue(field))
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }

  private static Optional<Object> first(Object value) {
    if (value instanceof Map<?, ?> operations && !(value instanceof SolrInputDocument)) {
      return first(firstSet(operations));
    }
    if (value instanceof Collection<?> values) {
      return values.stream().filter(Objects::nonNull).findFirst().flatMap(TagOrigin::first);
    }
    return Optional.ofNullable(value);
  }

  private static Object firstSet(Map<?, ?> operations) {
    for (String operation : List.of("set", "add", "add-distinct")) {
      Object value = operations.get(operation);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
