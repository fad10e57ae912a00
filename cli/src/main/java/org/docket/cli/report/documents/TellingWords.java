/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.docket.explanation.Contribution;
import org.docket.explanation.Explanation;

/**
 * The words that speak most for each category, by the explanations of some documents that a model
 * predicts in it: how far the category's probability falls without the word, on average over those
 * of the documents in which the word was left out by itself. For one thread.
 */
public final class TellingWords {

  /** In fewer documents a word may tell by chance. */
  private static final int LEAST_DOCUMENTS = 2;

  private static final int WORDS = 15;

  private final boolean lowerCase;
  private final Map<Integer, Map<String, Sum>> categories = new TreeMap<>();

  /**
   * A word of a category.
   *
   * @param weight the mean fall of the probability, above 0, at most 1
   * @param documents over which the mean is
   */
  public record Word(String word, double weight, int documents) {}

  private static final class Sum {
    private double weight;
    private int documents;
  }

  /**
   * No words yet.
   *
   * @param lowerCase whether words that differ in case only are one to the model
   */
  TellingWords(boolean lowerCase) {
    this.lowerCase = lowerCase;
  }

  void add(Candidate document, Explanation explanation) {
    Map<String, Sum> words =
        categories.computeIfAbsent(document.predicted(), category -> new HashMap<>());
    for (Contribution contribution : explanation.contributions()) {
      if (isWord(contribution.text())) {
        Sum sum = words.computeIfAbsent(key(contribution.text()), word -> new Sum());
        sum.weight += contribution.weight();
        sum.documents++;
      }
    }
  }

  /** By the category's index, the most telling word first; without categories that have none. */
  public Map<Integer, List<Word>> words() {
    Map<Integer, List<Word>> words = new TreeMap<>();
    categories.forEach(
        (category, sums) -> {
          List<Word> best = best(sums);
          if (!best.isEmpty()) {
            words.put(category, best);
          }
        });
    return words;
  }

  private static List<Word> best(Map<String, Sum> sums) {
    return sums.entrySet().stream()
        .filter(entry -> entry.getValue().documents >= LEAST_DOCUMENTS)
        .map(entry -> word(entry.getKey(), entry.getValue()))
        .filter(word -> word.weight() > 0)
        .sorted(Comparator.comparingDouble((Word word) -> -word.weight()).thenComparing(Word::word))
        .limit(WORDS)
        .toList();
  }

  private static Word word(String word, Sum sum) {
    return new Word(word, sum.weight / sum.documents, sum.documents);
  }

  private String key(String word) {
    return lowerCase ? word.toLowerCase(Locale.ROOT) : word;
  }

  /** Not several that were left out together. */
  private static boolean isWord(String text) {
    return !text.isEmpty() && text.codePoints().noneMatch(Character::isWhitespace);
  }
}
