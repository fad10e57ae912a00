/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.docket.cli.solr.index.fields.Target.Why;
import org.docket.error.NearestName;

/** Tells once what becomes of each column. For one thread. */
final class ColumnRemarks {

  /** So many names are told; a file of JSON may have a new one in each row. */
  private static final int TOLD = 200;

  private final Consumer<String> good;
  private final Consumer<String> bad;
  private final Set<String> met = new HashSet<>();
  private final Map<String, String> mapped = new LinkedHashMap<>();
  private final List<String> homeless = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();
  private boolean toldOfMore;

  /**
   * Has told nothing.
   *
   * @param good gets what went as wanted
   * @param bad gets what must be known
   */
  ColumnRemarks(Consumer<String> good, Consumer<String> bad) {
    this.good = good;
    this.bad = bad;
  }

  /** Notes a column that was met; nothing if it is known. */
  void note(String column, Target target) {
    if (isNew(column)) {
      if (target.isField()) {
        mapped.put(shown(column), target.field());
      } else if (target.why() == Why.NO_FIELD) {
        homeless.add(shown(column));
      } else if (target.why() == Why.GUARDED) {
        guarded.add(shown(column));
      }
    }
  }

  /** Notes that of two columns for one field the first was taken. */
  void noteTaken(String field, String first, String second) {
    if (isNew(first + '\n' + second)) {
      taken.add(
          "both "
              + shown(first)
              + " and "
              + shown(second)
              + " are "
              + field
              + "; the first is read");
    }
  }

  /** Tells what was noted since the last time. */
  void tell(String input) {
    if (!mapped.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      mapped.forEach((column, field) -> pairs.add(pair(column, field)));
      good.accept(input + ": columns " + String.join(", ", pairs));
    }
    if (!homeless.isEmpty()) {
      bad.accept(
          input
              + ": left out, for the collection has no such field: "
              + String.join(", ", homeless)
              + " (--field COLUMN=FIELD names one, --ignore COLUMN wants none)");
    }
    if (!guarded.isEmpty()) {
      bad.accept(
          input
              + ": left out, for only Docket, reviewers and Solr write it: "
              + String.join(", ", guarded));
    }
    taken.forEach(each -> bad.accept(input + ": " + each + " (--ignore COLUMN chooses)"));
    mapped.clear();
    homeless.clear();
    guarded.clear();
    taken.clear();
  }

  /** Tells that ids are made of the contents. */
  void tellOfIds(String input, String field) {
    good.accept(
        input
            + ": no column is "
            + field
            + ", so that each id is a hash of the document (--id-column names one)");
  }

  private boolean isNew(String key) {
    if (met.contains(key)) {
      return false;
    }
    if (met.size() < TOLD) {
      return met.add(key);
    }
    if (!toldOfMore) {
      toldOfMore = true;
      bad.accept(
          "there are more than " + TOLD + " columns; what becomes of the others is not told");
    }
    return false;
  }

  private static String pair(String column, String field) {
    return column.equals(field) ? column : column + " -> " + field;
  }

  private static String shown(String column) {
    return NearestName.shown(column);
  }
}
