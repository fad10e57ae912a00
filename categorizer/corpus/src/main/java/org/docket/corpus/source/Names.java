/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.util.List;

/** What stands in an archive is printed only as far as a terminal and a line can take it. */
final class Names {

  private static final int LENGTH = 100;
  private static final int LIST = 8;

  private Names() {}

  /** A name without what could steer a terminal or turn its text around, and not too long. */
  static String clean(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029]", "?");
    return clean.length() <= LENGTH ? clean : clean.substring(0, LENGTH - 1) + "…";
  }

  /** "a, b and c", or "a, b, … and 12 others". */
  static String list(List<String> names) {
    if (names.size() == 1) {
      return names.get(0);
    }
    if (names.size() > LIST) {
      int others = names.size() - LIST + 1;
      return String.join(", ", names.subList(0, LIST - 1)) + " and " + others + " others";
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
