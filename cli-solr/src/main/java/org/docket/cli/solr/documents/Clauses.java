/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import java.util.Optional;
import org.docket.cli.solr.collection.CollectionInfo;

/** Filters in Solr's standard syntax. */
public final class Clauses {

  /** As the plugin compares: blanks around it and case do not matter. */
  private static final String MODEL = "/ *[mM][oO][dD][eE][lL] */";

  private Clauses() {}

  /** That a field has a value. */
  public static String has(String field) {
    return field + ":*";
  }

  /** That a string field has just this value, whatever is in it. */
  public static String is(String field, String value) {
    return field + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** That a filter does not hold. */
  public static String not(String filter) {
    return "+*:* -(" + filter + ")";
  }

  /**
   * That a person tagged.
   *
   * @return nothing if the collection has no field that tells
   */
  public static Optional<String> persons(CollectionInfo info) {
    Optional<String> source = info.field("source");
    if (source.isPresent()) {
      return Optional.of(
          "+"
              + has(info.category())
              + " +"
              + has(source.get())
              + " -"
              + source.get()
              + ":"
              + MODEL);
    }
    // A model leaves its name or a score, and people leave neither.
    return info.field("model")
        .or(() -> info.field("score"))
        .map(field -> "+" + has(info.category()) + " -" + has(field));
  }
}
