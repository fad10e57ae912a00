/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.folds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.training.statistics.Spread;
import org.docket.cli.training.work.ReportFolder;
import org.docket.evaluation.CategoryScore;

/** The report of a cross-validation: {@code folds.csv}, {@code folds.json}, {@code folds.html}. */
public final class FoldsReport {

  /** To open in a browser. */
  public static final String PAGE = "folds.html";

  private static final List<String> HEADER =
      List.of(
          "fold",
          "category",
          "documents",
          "precision",
          "recall",
          "f1",
          "accuracy",
          "macro_f1",
          "log_loss",
          "calibration_error",
          "trained",
          "validated",
          "epoch",
          "seconds");

  private FoldsReport() {}

  /**
   * Writes it.
   *
   * @param data of {@link #data}
   */
  public static void write(FoldScores scores, Map<String, Object> data, ReportFolder folder)
      throws IOException {
    folder.writeCsv("folds.csv", HEADER, rows(scores));
    folder.writeJson("folds.json", data);
    folder.writePage(PAGE, data);
  }

  /**
   * As scripts and the page read it.
   *
   * @param facts what it was made of
   */
  public static Map<String, Object> data(FoldScores scores, List<FactGroup> facts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", "folds");
    data.put("title", "Cross-validation, " + scores.folds().size() + " folds");
    data.put("findings", findings(scores));
    data.put("folds", folds(scores));
    data.put("facts", facts);
    data.put(
        "files",
        List.of(
            Map.of("name", "folds.csv", "what", "each fold: figures, and each category's scores"),
            Map.of("name", "folds.json", "what", "all of this page, for scripts")));
    return data;
  }

  private static List<String> findings(FoldScores scores) {
    Spread accuracy = scores.spread(FoldScore::accuracy);
    Spread macroF1 = scores.spread(FoldScore::macroF1);
    List<String> findings = new ArrayList<>();
    findings.add(
        String.format(
            Locale.ROOT,
            "Models of this preset get %.1f %% of documents right that they have not seen: %s over %d"
                + " folds. Macro-F1 is %s.",
            100 * accuracy.mean(),
            accuracy.text(3),
            scores.folds().size(),
            macroF1.text(3)));
    findings.add(
        "Each model's epoch and temperature were chosen on documents that it did not learn from, and"
            + " never on the fold that it was judged by.");
    return findings;
  }

  private static Map<String, Object> folds(FoldScores scores) {
    Map<String, Object> folds = new LinkedHashMap<>();
    folds.put("rows", scores.folds());
    Map<String, Spread> spreads = new LinkedHashMap<>();
    spreads.put("accuracy", scores.spread(FoldScore::accuracy));
    spreads.put("macroF1", scores.spread(FoldScore::macroF1));
    spreads.put("logLoss", scores.spread(FoldScore::logLoss));
    spreads.put("ece", scores.spread(FoldScore::ece));
    folds.put("spreads", spreads);
    folds.put("perCategory", scores.perCategory());
    return folds;
  }

  /** For each fold a row of all documents, and one for each category. */
  private static List<List<Object>> rows(FoldScores scores) {
    return scores.folds().stream().flatMap(FoldsReport::rows).toList();
  }

  private static Stream<List<Object>> rows(FoldScore fold) {
    List<Object> all =
        List.of(
            fold.fold(),
            "",
            fold.documents(),
            "",
            "",
            "",
            fold.accuracy(),
            fold.macroF1(),
            fold.logLoss(),
            fold.ece(),
            fold.trained(),
            fold.validated(),
            fold.epoch(),
            fold.seconds());
    return Stream.concat(
        Stream.of(all), fold.perCategory().stream().map(score -> row(fold, score)));
  }

  private static List<Object> row(FoldScore fold, CategoryScore score) {
    return List.of(
        fold.fold(),
        score.category(),
        score.support(),
        score.precision(),
        score.recall(),
        score.f1(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "");
  }
}
