/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;

/**
 * Explains answers by occlusion (Zeiler and Fergus 2014, Visualizing and Understanding
 * Convolutional Networks): words are left out, each at all its places, and how far the best
 * category's probability falls tells how much they speak for it. Whatever the model makes of a word
 * and its neighbours goes with it.
 *
 * <p>An explanation asks for at most {@value #MAX_TEXTS} texts, none longer than the text itself,
 * the plain answer included, whatever the text's length. So each word of a text of few different
 * words is left out; those of others are first left out in groups, and then one by one those of the
 * groups that speak most for the answer.
 *
 * <p>Immutable and safe for use by many threads, as the categorizer is.
 */
public final class Explainer {

  /** How many texts an explanation categorizes at most. */
  public static final int MAX_TEXTS = 50;

  /** What is left beside the plain answer. */
  private static final int OCCLUSIONS = MAX_TEXTS - 1;

  /** Of words, where there are too many for each; the other half is for those of the strongest. */
  private static final int GROUPS = OCCLUSIONS / 2;

  /** Copies of a long text are not all held at once. */
  private static final int BATCH_LETTERS = 1 << 20;

  private final TextCategorizer categorizer;

  public Explainer(TextCategorizer categorizer) {
    this.categorizer = categorizer;
  }

  /** Categorizes a text and explains the answer. */
  public Explanation explain(String text) {
    return explain(text, categorizer.categorize(text));
  }

  /**
   * Explains an answer that is there already.
   *
   * @param answer what this explainer's categorizer said about the text
   */
  public Explanation explain(String text, Categorization answer) {
    Passage passage = Passage.of(categorizer, text);
    Span words = passage.words();
    if (words.size() <= OCCLUSIONS) {
      return explanation(answer, weigh(passage, words.split(OCCLUSIONS), answer), passage);
    }
    List<Span> pieces = new ArrayList<>();
    List<Weighed> parts = new ArrayList<>();
    for (Weighed group : weigh(passage, words.split(GROUPS), answer)) {
      int room = OCCLUSIONS - GROUPS - pieces.size();
      if (room > 1 && group.span().size() > 1) {
        pieces.addAll(group.span().split(room));
      } else {
        parts.add(group);
      }
    }
    parts.addAll(weigh(passage, pieces, answer));
    return explanation(answer, parts, passage);
  }

  /** Some words and what they move. */
  private record Weighed(Span span, double weight) {}

  /** Those that speak most for the answer first. */
  private List<Weighed> weigh(Passage passage, List<Span> spans, Categorization answer) {
    int batch = Math.max(1, BATCH_LETTERS / (passage.text().length() + 1));
    List<Weighed> weighed = new ArrayList<>();
    for (int from = 0; from < spans.size(); from += batch) {
      List<Span> some = spans.subList(from, Math.min(spans.size(), from + batch));
      List<Categorization> without =
          categorizer.categorizeAll(some.stream().map(passage::without).toList());
      for (int i = 0; i < some.size(); i++) {
        weighed.add(new Weighed(some.get(i), fall(answer.best(), without.get(i))));
      }
    }
    weighed.sort(Comparator.comparingDouble(span -> -span.weight()));
    return weighed;
  }

  private static double fall(ScoredCategory best, Categorization without) {
    return best.probability()
        - without.ranked().stream()
            .filter(scored -> scored.category().equals(best.category()))
            .mapToDouble(ScoredCategory::probability)
            .sum();
  }

  private static Explanation explanation(
      Categorization answer, List<Weighed> parts, Passage passage) {
    return new Explanation(
        answer,
        parts.stream()
            .sorted(Comparator.comparingDouble(part -> -Math.abs(part.weight())))
            .map(part -> passage.contribution(part.span(), part.weight()))
            .toList());
  }
}
