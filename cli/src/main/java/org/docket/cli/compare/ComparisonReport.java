/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.Categorization;
import org.docket.cli.compare.Comparison.Figures;
import org.docket.cli.compare.Comparison.Pair;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.report.ComparedModel;
import org.docket.cli.report.ComparisonContent;
import org.docket.cli.report.DifferenceCollector;
import org.docket.cli.report.ModelPair;
import org.docket.cli.report.Report;
import org.docket.cli.report.facts.DataFacts;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.ModelFacts;
import org.docket.cli.report.facts.Times;
import org.docket.cli.report.facts.Versions;
import org.docket.corpus.LabelledText;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;

/** The report of {@code docket compare}, from the first document to the page. */
final class ComparisonReport implements Closeable {

  private final List<Candidate> candidates;
  private final List<String> categories;
  private final Report report;
  private final Times times = new Times();
  private final DifferenceCollector documents;

  /**
   * Makes the folder if it is not there.
   *
   * @throws IOException if the disk is full, and the like
   */
  ComparisonReport(Path folder, List<Candidate> candidates) throws IOException {
    this.candidates = candidates;
    this.categories =
        candidates.stream()
            .flatMap(candidate -> candidate.categorizer().categories().stream())
            .distinct()
            .toList();
    this.report = new Report(folder);
    this.documents = report.collector(names(), categories);
  }

  /** Takes a document and what each model says of it. */
  void add(LabelledText document, DocumentPlace place, List<Categorization> answers) {
    documents.add(document, place, answers);
  }

  /** A part of the work is done. */
  void lap(String part) {
    times.lap(part);
  }

  /**
   * Writes it.
   *
   * @param predictions of each model
   * @param leftOut what was not evaluated, in words
   */
  void write(
      Comparison comparison,
      List<List<LabelledPrediction>> predictions,
      String leftOut,
      List<Path> input)
      throws IOException {
    List<ComparedModel> models = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      models.add(model(comparison.models().get(i), predictions.get(i)));
    }
    List<FactGroup> facts = facts(input);
    report.write(
        new ComparisonContent(
            "Comparison of " + String.join(", ", names()),
            leftOut,
            models,
            comparison.mcnemar().stream().map(this::pair).toList(),
            comparison.sameCategories(),
            comparison,
            facts,
            times),
        documents);
  }

  @Override
  public void close() throws IOException {
    try (report) {
      documents.close();
    }
  }

  private List<String> names() {
    return candidates.stream().map(Candidate::name).toList();
  }

  private ComparedModel model(Figures figures, List<LabelledPrediction> predictions) {
    return new ComparedModel(
        figures.name(),
        Evaluation.of(categories, predictions),
        figures.docsPerSecond(),
        figures.bytes(),
        figures.truncated());
  }

  private ModelPair pair(Pair pair) {
    McNemar test = pair.test();
    return new ModelPair(
        names().indexOf(pair.first()),
        names().indexOf(pair.second()),
        test.onlyFirstRight(),
        test.onlySecondRight(),
        test.chiSquared(),
        test.p());
  }

  private List<FactGroup> facts(List<Path> input) throws IOException {
    List<FactGroup> facts = new ArrayList<>(List.of(DataFacts.of(input)));
    for (Candidate candidate : candidates) {
      for (FactGroup group : ModelFacts.of(candidate.file(), candidate.categorizer())) {
        facts.add(new FactGroup(group.name() + ": " + candidate.name(), group.entries()));
      }
    }
    facts.add(Versions.facts());
    times.lap("Hashes of files");
    return facts;
  }
}
