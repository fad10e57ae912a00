/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docket.LstmDocumentCategorizer;
import org.docket.TextCategorizer;
import org.docket.cli.Progress;

/**
 * The documents of a report with what moved their answers, and the telling words of the categories.
 *
 * @param chosen which documents, and where they are shown
 * @param documents in the order of those chosen
 * @param words of each category, by its index
 * @param explained how many documents were explained
 */
public record ReportDocuments(
    ChosenDocuments chosen,
    List<ShownDocument> documents,
    Map<Integer, List<TellingWords.Word>> words,
    int explained) {

  /** Of the documents that are shown; each costs up to 50 categorizations. */
  private static final int MOST = 300;

  /** Explains. */
  public static ReportDocuments of(
      TextCategorizer categorizer, DocumentChooser chooser, PredictedSample sample) {
    ChosenDocuments chosen = chooser.chosen();
    List<Integer> places = chosen.toExplain(MOST);
    List<Candidate> sampled = new ArrayList<>();
    new TreeMap<>(sample.documents()).values().forEach(sampled::addAll);
    int count = places.size() + sampled.size();
    try (Progress progress = new Progress("explaining", "documents", count)) {
      TextExplainer explainer = new TextExplainer(categorizer, progress);
      return new ReportDocuments(
          chosen, shown(chosen, places, explainer), words(categorizer, sampled, explainer), count);
    }
  }

  private static List<ShownDocument> shown(
      ChosenDocuments chosen, List<Integer> places, TextExplainer explainer) {
    Map<Candidate, List<Mark>> marks = new IdentityHashMap<>();
    explainer.explain(
        places.stream().map(chosen.documents()::get).toList(),
        (document, explanation) ->
            marks.put(
                document, Mark.of(explanation, document.shown(ShownDocument.SHOWN).length())));
    return chosen.documents().stream()
        .map(document -> new ShownDocument(document, marks.getOrDefault(document, List.of())))
        .toList();
  }

  private static Map<Integer, List<TellingWords.Word>> words(
      TextCategorizer categorizer, List<Candidate> sampled, TextExplainer explainer) {
    TellingWords words = new TellingWords(categorizer instanceof LstmDocumentCategorizer);
    explainer.explain(sampled, words::add);
    return words.words();
  }
}
