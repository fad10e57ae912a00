/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The files that reports have, in the order in which the page names them. */
enum ReportFile {
  INDEX("index.html", "the report, to look at"),
  REPORT("report.json", "all that the page shows"),
  METRICS("metrics.json", "the figures, under names that scripts can rely on"),
  COMPARISON("comparison.json", "the figures, under names that scripts can rely on"),
  PREDICTIONS("predictions.csv", "every document: where it stands, label, prediction, probability"),
  CONFUSION("confusion.csv", "how often a label (row) got a category (column)"),
  PER_CATEGORY("per-category.csv", "precision, recall and F1 with intervals"),
  RELIABILITY("reliability.csv", "confidence against accuracy, in bins"),
  RISK_COVERAGE("risk-coverage.csv", "coverage and precision by threshold"),
  HISTORY("history.csv", "loss, accuracy and macro-F1 of each epoch"),
  LENGTHS("lengths.csv", "how many texts have so many tokens"),
  LABEL_ERRORS("label-errors.csv", "likely label errors, with their texts"),
  TELLING_WORDS("telling-words.csv", "the words that speak most for each category"),
  MODELS("models.csv", "the figures of each model"),
  PAIRS("pairs.csv", "McNemar's test of each pair of models"),
  MODELS_CHART("models.png", "accuracy and macro-F1 of each model"),
  HISTOGRAM_CHART("histogram.png", "documents of each category"),
  LENGTHS_CHART("lengths.png", "lengths of the texts in tokens"),
  LOSS_CHART("loss.png", "loss per epoch"),
  ACCURACY_CHART("accuracy.png", "accuracy per epoch"),
  MACRO_F1_CHART("macro-f1.png", "macro-F1 per epoch"),
  CONFUSION_CHART("confusion.png", "predicted against actual categories"),
  PER_CATEGORY_CHART("per-category.png", "precision, recall and F1 of each category"),
  RELIABILITY_CHART("reliability.png", "is it as often right as it says?"),
  RISK_COVERAGE_CHART("risk-coverage.png", "precision of what a threshold keeps");

  private final String fileName;
  private final String what;

  ReportFile(String fileName, String what) {
    this.fileName = fileName;
    this.what = what;
  }

  String fileName() {
    return fileName;
  }

  /** What is in it, in words. */
  String what() {
    return what;
  }

  static Set<String> names() {
    return Arrays.stream(values()).map(ReportFile::fileName).collect(Collectors.toSet());
  }
}
