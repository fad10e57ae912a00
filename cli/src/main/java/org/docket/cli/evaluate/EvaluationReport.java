/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docket.Categorization;
import org.docket.TextCategorizer;
import org.docket.cli.labels.DocumentPlace;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.cli.report.DocumentCollector;
import org.docket.cli.report.Report;
import org.docket.cli.report.ReportContent;
import org.docket.cli.report.facts.DataFacts;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.ModelFacts;
import org.docket.cli.report.facts.Times;
import org.docket.cli.report.facts.Versions;
import org.docket.corpus.LabelledText;
import org.docket.evaluation.Evaluation;

/** The report of {@code docket evaluate}, from the first document to the page. */
final class EvaluationReport implements Closeable {

  private static final String PART = "evaluation";

  private final Path model;
  private final TextCategorizer categorizer;
  private final Report report;
  private final Times times = new Times();
  private final DocumentCollector documents;

  /**
   * Makes the folder if it is not there.
   *
   * @throws IOException if the disk is full, and the like
   */
  EvaluationReport(Path folder, Path model, TextCategorizer categorizer) throws IOException {
    this.model = model;
    this.categorizer = categorizer;
    this.report = new Report(folder);
    this.documents = report.collector(categorizer, PART);
  }

  /** Takes a document and what the model says of it. */
  void add(LabelledText document, DocumentPlace place, Categorization answer) {
    documents.add(document, place, answer);
  }

  /** All documents are evaluated. */
  void evaluated() {
    times.lap("Reading and evaluating");
  }

  /** Writes it. */
  void write(Evaluation evaluation, String leftOut, LabelErrorListing labelErrors, List<Path> input)
      throws IOException {
    List<FactGroup> facts = new ArrayList<>(List.of(DataFacts.of(input)));
    facts.addAll(ModelFacts.of(model, categorizer));
    facts.add(Versions.facts());
    times.lap("Hashes of files");
    report.write(
        ReportContent.ofEvaluation(
            "Evaluation of " + model.getFileName(), evaluation, leftOut, labelErrors, facts, times),
        Optional.of(documents));
  }

  @Override
  public void close() throws IOException {
    try (report) {
      documents.close();
    }
  }
}
