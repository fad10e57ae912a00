/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What columns that come along are called among the answers, where each name is there once. */
final class KeptNames {

  private static final String PREFIX = "input_";

  /** A second category, a third, and so on. */
  private static final Pattern RANKED = Pattern.compile("(category|probability)_\\d+");

  private KeptNames() {}

  /**
   * Names of columns, in the same order: those that an answer has itself, and those that are there
   * twice, get {@code input_} in front.
   */
  static List<String> of(List<String> columns) {
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>(columns);
    Set<String> met = new HashSet<>();
    for (String column : columns) {
      String name = column;
      if (isOwn(column) || !met.add(column)) {
        do {
          name = PREFIX + name;
        } while (!taken.add(name));
      }
      names.add(name);
    }
    return names;
  }

  /** Tells of those that got another name. */
  static List<String> remarks(List<String> columns, List<String> names) {
    return IntStream.range(0, columns.size())
        .filter(i -> !columns.get(i).equals(names.get(i)))
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "the column \"%s\" comes along as \"%s\", for answers have their own",
                    columns.get(i),
                    names.get(i)))
        .toList();
  }

  /** Others than us take "Category" and "category" for the same. */
  private static boolean isOwn(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    return Answers.OWN_NAMES.contains(name) || RANKED.matcher(name).matches();
  }
}
