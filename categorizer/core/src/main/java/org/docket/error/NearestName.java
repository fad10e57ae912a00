/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.error;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name that may have been meant by one that is not there: of a column, a file, an option, a
 * category.
 *
 * <p>Near is what differs in a third of its letters at most, neighbours that changed places counted
 * once, or what begins or ends as the other does. Case, blanks and punctuation do not matter. Own
 * code: no library of ours has such a distance but as deprecated.
 */
public final class NearestName {

  /** Longer names are cut before they are compared, and when they are shown. */
  private static final int LONGEST = 64;

  /** So many names are looked at: a folder or a header cannot keep us busy. */
  private static final int MOST = 10_000;

  private static final int SHOWN = 3;

  /** A part that is shorter says nothing. */
  private static final int PART = 3;

  /** Farther than any that is near by its letters. */
  private static final int BY_PART = LONGEST + 1;

  private static final int FAR = BY_PART + 1;

  private NearestName() {}

  /** The nearest, of equals the first; nothing if none is near. */
  public static Optional<String> of(String typed, Collection<String> names) {
    return all(typed, names).stream().findFirst();
  }

  /** The nearest: several if they are equally near, three at most, in their order. */
  public static List<String> all(String typed, Collection<String> names) {
    String wanted = loose(typed);
    List<String> nearest = new ArrayList<>();
    int least = FAR - 1;
    for (String name : names.stream().limit(MOST).toList()) {
      int distance = distance(wanted, loose(name));
      if (distance < least) {
        least = distance;
        nearest.clear();
      }
      if (distance == least && nearest.size() < SHOWN && !nearest.contains(name)) {
        nearest.add(name);
      }
    }
    return nearest;
  }

  /** Whether they differ in a third of their letters at most. */
  public static boolean isNear(String a, String b) {
    return distance(loose(a), loose(b)) < BY_PART;
  }

  /**
   * What goes behind a message that a name is not there, such as {@code (did you mean
   * "narrative"?)} with a blank before it; empty if none is near.
   */
  public static String hint(String typed, Collection<String> names) {
    List<String> nearest = all(typed, names);
    return nearest.isEmpty()
        ? ""
        : nearest.stream()
            .map(name -> '"' + shown(name) + '"')
            .collect(Collectors.joining(" or ", " (did you mean ", "?)"));
  }

  /** A name as it goes into a message: on one line, short, with nothing that steers a terminal. */
  public static String shown(String name) {
    String line = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }

  private static String loose(String name) {
    String start = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    StringBuilder loose = new StringBuilder(start.length());
    Normalizer.normalize(start, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LONGEST)
        .forEach(loose::appendCodePoint);
    return loose.toString().toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return FAR;
    }
    int most = Math.max(a.length(), b.length()) / 3;
    if (Math.abs(a.length() - b.length()) <= most) {
      int edits = edits(a, b);
      if (edits <= most) {
        return edits;
      }
    }
    return isPart(a, b) || b.length() * 2 >= a.length() && isPart(b, a) ? BY_PART : FAR;
  }

  private static boolean isPart(String part, String whole) {
    return part.length() >= PART && (whole.startsWith(part) || whole.endsWith(part));
  }

  /** The optimal string alignment distance (Levenshtein's, with transpositions). */
  private static int edits(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      edits[i][0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(edits[i - 1][j - 1] + same, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        edits[i][j] = swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
      }
    }
    return edits[a.length()][b.length()];
  }
}
