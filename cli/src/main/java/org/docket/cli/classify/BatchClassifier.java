/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.docket.Categorization;
import org.docket.TextCategorizer;
import org.docket.corpus.rows.Row;
import org.docket.explanation.Contribution;
import org.docket.explanation.Explainer;

/** Answers rows, many at once. Safe for use by many threads. */
final class BatchClassifier {

  /** So many words explain an answer. */
  private static final int WORDS = 5;

  private final TextCategorizer categorizer;
  private final Optional<Explainer> explainer;

  BatchClassifier(TextCategorizer categorizer, boolean explain) {
    this.categorizer = categorizer;
    this.explainer = explain ? Optional.of(new Explainer(categorizer)) : Optional.empty();
  }

  /** Whether the answers have words that explain them. */
  boolean explains() {
    return explainer.isPresent();
  }

  /** An answer for each row, in their order. */
  List<Answer> classify(List<Row> rows) {
    List<String> texts = rows.stream().filter(Answer::hasText).map(Row::text).toList();
    Iterator<Categorization> results = categorizer.categorizeAll(texts).iterator();
    List<Answer> answers = new ArrayList<>(rows.size());
    for (Row row : rows) {
      answers.add(
          Answer.hasText(row)
              ? answer(row, results.next())
              : new Answer(row, Optional.empty(), List.of()));
    }
    return answers;
  }

  private Answer answer(Row row, Categorization result) {
    List<Contribution> words =
        explainer.map(each -> speakingFor(each, row.text(), result)).orElse(List.of());
    return new Answer(row, Optional.of(result), words);
  }

  /** What speaks most for the best category, the strongest first. */
  private static List<Contribution> speakingFor(
      Explainer explainer, String text, Categorization result) {
    return explainer.explain(text, result).contributions().stream()
        .filter(part -> part.weight() > 0)
        .limit(WORDS)
        .toList();
  }
}
