/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;

/**
 * A field that Docket writes to.
 *
 * @param parameter what names it
 * @param name the field
 * @param kind what goes there
 * @param many whether several values go there at once
 */
record TagField(String parameter, String name, Kind kind, boolean many) {

  /** What a field is to hold. */
  enum Kind {
    /** A category, which is searched and counted as it is. */
    CATEGORY,
    /** A probability. */
    SCORE,
    /** A word out of a few, which is searched as it is. */
    WORD,
    /** A message, which is read. */
    TEXT
  }

  /** All that the configuration names, the category first. */
  static List<TagField> of(DoccatConfig config) {
    boolean many = config.maxCount() > 1;
    List<TagField> fields = new ArrayList<>();
    config
        .targets()
        .forEach(
            (name, parameter) ->
                fields.add(new TagField(parameter, name, kind(parameter), many(parameter, many))));
    return List.copyOf(fields);
  }

  private static boolean many(String parameter, boolean manyCategories) {
    return isHistory(parameter) || manyCategories && isRanking(parameter);
  }

  /** Whether former tags go there. */
  boolean isHistory() {
    return isHistory(parameter);
  }

  private static boolean isHistory(String parameter) {
    return parameter.equals(DoccatParams.HISTORY_FIELD);
  }

  /** Whether the most probable categories go there, or their probabilities. */
  boolean isRanking() {
    return isRanking(parameter);
  }

  private static boolean isRanking(String parameter) {
    return parameter.equals(DoccatParams.CATEGORIES_FIELD)
        || parameter.equals(DoccatParams.SCORES_FIELD);
  }

  private static Kind kind(String parameter) {
    return switch (parameter) {
      case DoccatParams.CATEGORY_FIELD, DoccatParams.CATEGORIES_FIELD -> Kind.CATEGORY;
      case DoccatParams.SCORE_FIELD, DoccatParams.SCORES_FIELD -> Kind.SCORE;
      case DoccatParams.FAILURE_FIELD, DoccatParams.HISTORY_FIELD -> Kind.TEXT;
      default -> Kind.WORD;
    };
  }
}
