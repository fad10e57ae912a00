/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.docket.ScoredCategory;
import org.docket.TextCategorizer;
import org.docket.cli.Progress;
import org.docket.explanation.Explainer;
import org.docket.explanation.Explanation;

/** Explains documents, on all processors, and shows how far it is. */
final class TextExplainer {

  private static final int BATCH = 64;
  private static final double SAME = 1e-4;

  private final Explainer explainer;
  private final Progress progress;

  TextExplainer(TextCategorizer categorizer, Progress progress) {
    this.explainer = new Explainer(categorizer);
    this.progress = progress;
  }

  /** Hands on each document and its explanation, in order; few explanations are held at once. */
  void explain(List<Candidate> documents, BiConsumer<Candidate, Explanation> to) {
    for (int from = 0; from < documents.size(); from += BATCH) {
      List<Candidate> batch = documents.subList(from, Math.min(documents.size(), from + BATCH));
      List<Optional<Explanation>> explanations =
          batch.parallelStream().map(this::explanation).toList();
      for (int i = 0; i < batch.size(); i++) {
        Candidate document = batch.get(i);
        explanations.get(i).ifPresent(explanation -> to.accept(document, explanation));
      }
      progress.step(batch.size());
    }
  }

  /** None if what is held of the text is not all that the model reads of it. */
  private Optional<Explanation> explanation(Candidate document) {
    Explanation explanation = explainer.explain(document.text());
    ScoredCategory now = explanation.answer().best();
    boolean same =
        now.category().equals(document.top().get(0).category())
            && Math.abs(now.probability() - document.probability()) < SAME;
    return same ? Optional.of(explanation) : Optional.empty();
  }
}
