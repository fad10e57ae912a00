/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.docket.error.NearestName;

/**
 * The names of columns that are known, and how names are compared: case, blanks, underscores and
 * hyphens do not matter.
 */
public final class ColumnNames {

  /** Of the Bureau's CSV, of its API, of the copies that go round, and of everybody. */
  public static final List<String> TEXT =
      List.of(
          "Consumer complaint narrative",
          "complaint_what_happened",
          "narrative",
          "complaint_narrative",
          "text",
          "complaint");

  static final List<String> LABEL = List.of("Product", "category", "label");
  static final List<String> SUB_LABEL = List.of("Sub-product");

  private static final Set<String> LOOSE =
      Stream.concat(TEXT.stream(), LABEL.stream())
          .map(ColumnNames::loose)
          .collect(Collectors.toSet());

  private static final Set<String> TELLING =
      TEXT.stream()
          .filter(name -> name.length() > "complaint".length() || name.equals("narrative"))
          .map(ColumnNames::loose)
          .collect(Collectors.toSet());

  /** Names are shorter. */
  private static final int LONGEST = 64;

  private static final int SHOWN = 3;

  private ColumnNames() {}

  /** What two names have in common that are the same but for case and blanks. */
  public static String loose(String name) {
    StringBuilder loose = new StringBuilder(name.length());
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> !isIgnored(c))
        .forEach(loose::appendCodePoint);
    return loose.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether it is the name of a text's or a label's column. */
  static boolean isKnown(String name) {
    return name.length() <= LONGEST && LOOSE.contains(loose(name));
  }

  /** What is missing, in words. */
  static String wanted(String what, List<String> known) {
    String names = known.stream().limit(SHOWN).collect(Collectors.joining("\", \""));
    return "for the " + what + ", such as \"" + names + '"';
  }

  /** Whether it is the name of a text's column that is a word of nobody's sentence. */
  static boolean isTelling(String name) {
    return name.length() <= LONGEST && TELLING.contains(loose(name));
  }

  /**
   * The known names that are there: as they are known before those that differ in case or blanks,
   * and each place once.
   */
  static List<String> there(
      List<String> known, Predicate<String> exactly, Predicate<String> loosely) {
    Map<String, String> there = new LinkedHashMap<>();
    known.stream().filter(exactly).forEach(name -> there.putIfAbsent(loose(name), name));
    known.stream().filter(loosely).forEach(name -> there.putIfAbsent(loose(name), name));
    return List.copyOf(there.values());
  }

  /** What may have been meant by a name that was typed, or have been called by a known one. */
  static String hint(List<String> wanted, boolean typed, List<String> names) {
    if (typed) {
      return NearestName.hint(wanted.get(0), names);
    }
    List<String> near =
        names.stream()
            .filter(name -> wanted.stream().anyMatch(one -> NearestName.isNear(one, name)))
            .toList();
    return wanted.stream()
        .flatMap(one -> NearestName.of(one, near).stream())
        .findFirst()
        .map(name -> " (did you mean \"" + shown(name) + "\"?)")
        .orElse("");
  }

  /** What separates names that are wanted, as a shell takes it. */
  static Optional<String> delimiter(String names, Predicate<List<String>> wanted) {
    return names
        .chars()
        .filter(c -> !Character.isLetterOrDigit(c) && c != '_' && c != '-')
        .distinct()
        .mapToObj(c -> String.valueOf((char) c))
        .filter(c -> wanted.test(List.of(names.split(Pattern.quote(c), -1))))
        .map(
            c ->
                c.charAt(0) < ' '
                    ? String.format(Locale.ROOT, "$'\\x%02x'", (int) c.charAt(0))
                    : "'" + c + "'")
        .findFirst();
  }

  /** A name in a message: short, and on one line, whatever was quoted in the header. */
  static String shown(String name) {
    String line = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static boolean isIgnored(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.CONTROL
        || c == '_'
        || c == '-'
        || c == '"';
  }
}
