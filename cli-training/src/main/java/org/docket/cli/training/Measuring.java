/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.training.curve.Curve;
import org.docket.cli.training.curve.CurveReport;
import org.docket.cli.training.curve.CurveText;
import org.docket.cli.training.curve.LearningCurve;
import org.docket.cli.training.folds.CrossValidation;
import org.docket.cli.training.folds.FoldScores;
import org.docket.cli.training.folds.FoldsReport;
import org.docket.cli.training.folds.FoldsText;
import org.docket.cli.training.work.Facts;
import org.docket.cli.training.work.ReportFolder;
import org.docket.cli.training.work.Workplace;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.DataFile;
import org.docket.training.data.TrainingData;

/** Measures what a preset is worth on some documents: cross-validation, learning curve. */
final class Measuring {

  private final AnalysedCorpus texts;
  private final TrainingConfig config;
  private final Workplace place;
  private final Optional<ReportFolder> report;
  private final List<FactGroup> facts;
  private final PrintWriter out;
  private Map<String, Object> measured = Map.of();

  /** Takes what is measured, and where it is told. */
  Measuring(
      AnalysedCorpus texts,
      TrainingConfig config,
      List<DataFile> files,
      Workplace place,
      Optional<ReportFolder> report,
      PrintWriter out) {
    this.texts = texts;
    this.config = config;
    this.place = place;
    this.report = report;
    this.facts = Facts.of(config, files);
    this.out = out;
  }

  /**
   * Cross-validates.
   *
   * @param resume whether to leave out folds that are done
   * @return whose notes are to be deleted when all is done
   */
  CrossValidation folds(int count, boolean resume) throws IOException {
    CrossValidation folds = new CrossValidation(texts, config, count, place);
    out.printf(
        Locale.ROOT,
        "cross-validation with %d folds; %s%n",
        count,
        texts.validation().isEmpty()
            ? "a part of the other folds, never the fold itself, chooses each model's epoch"
            : "--validation, without what is also in the fold, chooses each model's epoch");
    if (place.lasts()) {
      out.println("folds that are done are noted: after Ctrl-C, --resume goes on");
    }
    FoldsText text = new FoldsText(out);
    FoldScores scores = folds.run(resume, text::print);
    text.print(scores);
    measured = FoldsReport.data(scores, facts);
    if (report.isPresent()) {
      FoldsReport.write(scores, measured, report.get());
      out.println("\nreport: " + report.get().file(FoldsReport.PAGE));
      out.flush();
    }
    return folds;
  }

  /**
   * Draws a learning curve.
   *
   * @param whole trains on all documents, which is the last point
   * @return what that came to
   */
  TrainingResult curve(TrainingData data, Supplier<TrainingResult> whole) throws IOException {
    int validated = data.corpus().validation().size() + data.corpus().unanswerable().size();
    CurveText text = new CurveText(out, validated);
    AtomicReference<TrainingResult> result = new AtomicReference<>();
    Curve curve =
        new LearningCurve(texts, config, data, place)
            .run(() -> result.updateAndGet(before -> whole.get()), text::done);
    text.print(curve);
    measured = CurveReport.data(curve, facts);
    if (report.isPresent()) {
      CurveReport.write(curve, measured, report.get());
      out.println("\nreport: " + report.get().file(CurveReport.PAGE));
      out.flush();
    }
    return result.get();
  }

  /** What was measured, as the report has it. */
  Map<String, Object> data() {
    return measured;
  }
}
