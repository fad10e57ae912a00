/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.cli.Preview;
import org.docket.corpus.rows.Row;
import org.docket.explanation.Contribution;

/**
 * What is said about a row: each row gets an answer, also one that says nothing.
 *
 * @param result empty if there was no text to categorize
 * @param words that explain it, the strongest first; empty if nothing is explained
 */
record Answer(Row row, Optional<Categorization> result, List<Contribution> words) {

  private static final int PREVIEW = 60;
  private static final int DIGITS = 10_000;

  /** A product of up to {@link #DIGITS} is right to a millionth of it. */
  private static final double NEAR = 1e-6;

  /** Whether the row can be categorized. */
  static boolean hasText(Row row) {
    return row.problem().isEmpty() && !row.text().isBlank();
  }

  /** The categories, the best first; none where the model abstains, for none is an answer. */
  List<ScoredCategory> top(int n) {
    return abstains() ? List.of() : leanings(n);
  }

  /** What the model says most for, whether it abstains or not. */
  List<ScoredCategory> leanings(int n) {
    return result.map(answer -> answer.top(n)).orElse(List.of());
  }

  boolean abstains() {
    return result.map(Categorization::abstains).orElse(true);
  }

  boolean truncated() {
    return result.map(Categorization::truncated).orElse(false);
  }

  /** Why it abstains; empty if it does not. */
  String reason() {
    if (result.isEmpty()) {
      return row.problem().map(problem -> "bad row: " + problem).orElse("no text");
    }
    if (!result.get().abstains()) {
      return "";
    }
    return result.get().knownTokens() == 0
        ? "no known word"
        : "not in the model's language or manner";
  }

  /** The words and their weights, for people. */
  String explanation() {
    return words.stream()
        .map(word -> preview(word.text()) + String.format(Locale.ROOT, " %+.3f", word.weight()))
        .collect(Collectors.joining(", "));
  }

  /**
   * For people: four digits, as {@code String.format("%.4f")} gives them. Each answer has one, and
   * that takes its time; so it is left what lies so near a half that the product may be rounded to
   * the other side of it.
   *
   * @param probability from 0 to 1
   */
  static String number(double probability) {
    double scaled = probability * DIGITS;
    if (Math.abs(scaled - Math.floor(scaled) - 0.5) < NEAR) {
      return String.format(Locale.ROOT, "%.4f", probability);
    }
    long digits = Math.round(scaled);
    String text = Long.toString(DIGITS + digits % DIGITS);
    return digits / DIGITS + "." + text.substring(1);
  }

  /** How a text begins, on one line. */
  static String preview(String text) {
    return Preview.of(text, PREVIEW);
  }
}
