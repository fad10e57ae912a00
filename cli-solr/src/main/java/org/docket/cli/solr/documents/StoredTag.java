/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.docket.cli.solr.collection.CollectionInfo;

/**
 * A tag as the index holds it, or as the plugin would write it.
 *
 * @param category the model's, the fallback or a person's; none without one
 * @param score its probability
 * @param categories the most probable ones
 * @param scores theirs
 * @param source who tagged
 * @param model name and hash of the model
 * @param review why somebody should look
 */
public record StoredTag(
    Optional<String> category,
    Optional<Double> score,
    List<String> categories,
    List<Double> scores,
    Optional<String> source,
    Optional<String> model,
    Optional<String> review) {

  /** Reasons for which a model gives no category. */
  private static final Set<String> WITHOUT_CATEGORY =
      Set.of("failed", "abstained", "not-allowed", "below-threshold");

  /** An index of floats, and another kernel, move the last digits. */
  private static final double SAME_SCORE = 1e-6;

  /**
   * Reads one.
   *
   * @param value the value of a field; null without one
   */
  public static StoredTag of(CollectionInfo info, Function<String, Object> value) {
    Function<String, List<Object>> role =
        name -> info.field(name).map(value).map(StoredTag::list).orElse(List.of());
    return new StoredTag(
        first(role.apply("category")),
        first(role.apply("score")).flatMap(StoredTag::number),
        role.apply("categories").stream().map(Object::toString).toList(),
        role.apply("scores").stream().flatMap(each -> number(each).stream()).toList(),
        first(role.apply("source")),
        first(role.apply("model")),
        first(role.apply("review")));
  }

  /** The fields to ask for. */
  public static List<String> fields(CollectionInfo info) {
    List<String> fields = new ArrayList<>();
    for (String role :
        List.of("category", "score", "categories", "scores", "source", "model", "review")) {
      info.field(role).ifPresent(fields::add);
    }
    return fields;
  }

  /** Whose it is, as the plugin sees it. */
  public Owner owner(CollectionInfo info) {
    if (category.isEmpty()) {
      return Owner.NOBODY;
    }
    if (source.isPresent()) {
      return source.get().strip().equalsIgnoreCase("model") ? Owner.MODEL : Owner.PERSON;
    }
    boolean isFallback = category.equals(info.fallback());
    if (!isFallback && review.filter(WITHOUT_CATEGORY::contains).isPresent()) {
      return Owner.PERSON; // who answered what stood for review
    }
    boolean isModels =
        model.isPresent() || score.isPresent() || isFallback && info.field("source").isEmpty();
    return isModels ? Owner.MODEL : Owner.PERSON;
  }

  /** The category, or why there is none. */
  public TagLabel label() {
    return new TagLabel(category, review.filter(WITHOUT_CATEGORY::contains));
  }

  /** Whether the other says the same, but for the name of the model. */
  public boolean isSame(StoredTag other) {
    return category.equals(other.category)
        && review.equals(other.review)
        && categories.equals(other.categories)
        && isNear(score.stream().toList(), other.score.stream().toList())
        && isNear(scores, other.scores);
  }

  private static boolean isNear(List<Double> one, List<Double> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!(Math.abs(one.get(i) - other.get(i)) < SAME_SCORE)) {
        return false;
      }
    }
    return true;
  }

  private static List<Object> list(Object value) {
    return value instanceof Collection<?> values ? List.copyOf(values) : List.of(value);
  }

  private static Optional<String> first(List<Object> values) {
    return values.stream().map(Object::toString).filter(text -> !text.isBlank()).findFirst();
  }

  private static Optional<Double> number(Object value) {
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    try {
      return Optional.of(Double.valueOf(value.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // a string field, in which anything may stand
    }
  }
}
