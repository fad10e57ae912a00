/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

import static org.docket.solr.config.DoccatParams.CATEGORIES_FIELD;
import static org.docket.solr.config.DoccatParams.CATEGORY_FIELD;
import static org.docket.solr.config.DoccatParams.FAILURE_FIELD;
import static org.docket.solr.config.DoccatParams.MODEL_FIELD;
import static org.docket.solr.config.DoccatParams.REVIEW_FIELD;
import static org.docket.solr.config.DoccatParams.SCORES_FIELD;
import static org.docket.solr.config.DoccatParams.SCORE_FIELD;
import static org.docket.solr.config.DoccatParams.SOURCE_FIELD;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.docket.error.DocketException;

/**
 * The fields of a document that hold its tag. Each is a field of its own.
 *
 * @param category {@code doccat.categoryField}: the best category
 * @param score {@code doccat.scoreField}: its probability
 * @param categories {@code doccat.categoriesField}: the most probable categories, best first
 * @param scores {@code doccat.scoresField}: their probabilities
 * @param source {@code doccat.sourceField}: who tagged, {@code model} or {@code human}
 * @param model {@code doccat.modelField}: the model that tagged
 * @param review {@code doccat.reviewField}: why somebody should look at the document
 * @param failure {@code doccat.failureField}: what went wrong
 */
public record TagFields(
    String category,
    Optional<String> score,
    Optional<String> categories,
    Optional<String> scores,
    Optional<String> source,
    Optional<String> model,
    Optional<String> review,
    Optional<String> failure) {

  /** Checks that no two are the same, and that scores stand beside their categories. */
  public TagFields {
    if (scores.isPresent() && categories.isEmpty()) {
      throw new DocketException(
          SCORES_FIELD
              + " is set without "
              + CATEGORIES_FIELD
              + "; probabilities say nothing without the categories that they belong to");
    }
    checkDistinct(parameters(category, score, categories, scores, source, model, review, failure));
  }

  /** A category and perhaps its probability, nothing else. */
  public static TagFields of(String category, Optional<String> score) {
    Optional<String> none = Optional.empty();
    return new TagFields(category, score, none, none, none, none, none, none);
  }

  static TagFields of(ParamReader reader) {
    return new TagFields(
        reader.required(CATEGORY_FIELD),
        reader.optional(SCORE_FIELD),
        reader.optional(CATEGORIES_FIELD),
        reader.optional(SCORES_FIELD),
        reader.optional(SOURCE_FIELD),
        reader.optional(MODEL_FIELD),
        reader.optional(REVIEW_FIELD),
        reader.optional(FAILURE_FIELD));
  }

  /** The names of the fields that are set, the category's first. */
  public Set<String> names() {
    return byName().keySet();
  }

  /** The fields that are set, each with the parameter that names it; the category's is first. */
  public Map<String, String> byName() {
    Map<String, String> byName = new LinkedHashMap<>();
    parameters(category, score, categories, scores, source, model, review, failure)
        .forEach((parameter, name) -> name.ifPresent(field -> byName.put(field, parameter)));
    return byName;
  }

  private static Map<String, Optional<String>> parameters(
      String category,
      Optional<String> score,
      Optional<String> categories,
      Optional<String> scores,
      Optional<String> source,
      Optional<String> model,
      Optional<String> review,
      Optional<String> failure) {
    Map<String, Optional<String>> parameters = new LinkedHashMap<>();
    parameters.put(CATEGORY_FIELD, Optional.of(category));
    parameters.put(SCORE_FIELD, score);
    parameters.put(CATEGORIES_FIELD, categories);
    parameters.put(SCORES_FIELD, scores);
    parameters.put(SOURCE_FIELD, source);
    parameters.put(MODEL_FIELD, model);
    parameters.put(REVIEW_FIELD, review);
    parameters.put(FAILURE_FIELD, failure);
    return parameters;
  }

  private static void checkDistinct(Map<String, Optional<String>> parameters) {
    Map<String, String> seen = new LinkedHashMap<>();
    parameters.forEach(
        (parameter, name) -> name.ifPresent(field -> checkNew(seen, parameter, field)));
  }

  private static void checkNew(Map<String, String> seen, String parameter, String field) {
    String other = seen.putIfAbsent(field, parameter);
    if (other != null) {
      throw sameField(parameter, other, field);
    }
  }

  static DocketException sameField(String parameter, String other, String field) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "%s and %s both name the field '%s'; give each its own",
            parameter,
            other,
            field));
  }
}
