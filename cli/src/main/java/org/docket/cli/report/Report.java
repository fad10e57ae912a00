/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.cli.Json;
import org.docket.cli.labels.LabelErrorListing;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.io.WholeFile;

/**
 * Writes a report into a folder: {@code index.html} to open, {@code metrics.json} for scripts, the
 * charts as PNG, the likely label errors as CSV, and after training {@code history.csv}.
 */
public final class Report {

  /** What the page links to. */
  static final String LABEL_ERRORS = "label-errors.csv";

  private final Path folder;

  /**
   * Makes the folder if it is not there.
   *
   * @throws DocketException if it cannot be made, or takes no files
   */
  public Report(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DocketException(
          "cannot make a folder " + folder + " for the report: " + reason(e), e);
    }
    WholeFile.requireWritable(folder.resolve("index.html"));
  }

  /** The report of an evaluation, with its likely label errors if they were looked for. */
  public void write(String title, Evaluation evaluation, Optional<LabelErrorListing> labelErrors)
      throws IOException {
    write(title, evaluation, labelErrors, List.of());
  }

  /**
   * The report of a training.
   *
   * @param title what was trained or evaluated
   * @param evaluation of the kept epoch, on the validation part
   * @param labelErrors of the validation part
   * @param history all epochs, in order
   */
  public void write(
      String title,
      Evaluation evaluation,
      Optional<LabelErrorListing> labelErrors,
      List<EpochRow> history)
      throws IOException {
    try {
      WholeFolder.write(folder, part -> write(part, title, evaluation, labelErrors, history));
      if (labelErrors.isEmpty()) {
        Files.deleteIfExists(folder.resolve(LABEL_ERRORS)); // of an earlier report
      }
    } catch (IOException e) {
      throw new IOException("the report in " + folder + " cannot be written: " + reason(e), e);
    }
  }

  private static void write(
      Path part,
      String title,
      Evaluation evaluation,
      Optional<LabelErrorListing> labelErrors,
      List<EpochRow> history)
      throws IOException {
    Map<String, Object> metrics = Metrics.of(evaluation);
    if (labelErrors.isPresent()) {
      metrics.put("labelErrors", labelErrors.get().metrics());
      labelErrors.get().writeCsv(part.resolve(LABEL_ERRORS));
    }
    Files.writeString(part.resolve("metrics.json"), Json.pretty(metrics) + "\n");
    Charts.confusion(evaluation, part.resolve("confusion.png"));
    Charts.reliability(evaluation, part.resolve("reliability.png"));
    if (!history.isEmpty()) {
      Files.writeString(part.resolve("history.csv"), csv(history));
      Charts.loss(history, part.resolve("loss.png"));
      Charts.accuracy(history, part.resolve("accuracy.png"));
    }
    Files.writeString(
        part.resolve("index.html"),
        HtmlPage.of(title, evaluation, labelErrors, !history.isEmpty()));
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : e.getMessage();
  }

  private static String csv(List<EpochRow> history) {
    StringBuilder csv =
        new StringBuilder(
            "epoch,train_loss,train_accuracy,"
                + "validation_loss,validation_accuracy,validation_macro_f1\n");
    for (EpochRow row : history) {
      csv.append(row.epoch()).append(',').append(row.trainLoss()).append(',');
      csv.append(row.trainAccuracy()).append(',').append(row.validationLoss()).append(',');
      csv.append(row.validationAccuracy()).append(',').append(row.validationMacroF1()).append('\n');
    }
    return csv.toString();
  }
}
