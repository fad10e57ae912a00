/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.Json;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;

/**
 * Writes a report into a folder: {@code index.html} to open, {@code metrics.json} for scripts, the
 * charts as PNG, and after training {@code history.csv}.
 */
public final class Report {

  private final Path folder;

  /**
   * Makes the folder if it is not there.
   *
   * @throws DocketException if it cannot be made
   */
  public Report(Path folder) {
    try {
      this.folder = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DocketException("cannot make a folder " + folder + " for the report", e);
    }
  }

  /** The report of an evaluation. */
  public void write(String title, Evaluation evaluation) throws IOException {
    write(title, evaluation, List.of());
  }

  /**
   * The report of a training.
   *
   * @param title what was trained or evaluated
   * @param evaluation of the kept epoch, on the validation part
   * @param history all epochs, in order
   */
  public void write(String title, Evaluation evaluation, List<EpochRow> history)
      throws IOException {
    Files.writeString(folder.resolve("metrics.json"), Json.pretty(Metrics.of(evaluation)) + "\n");
    Charts.confusion(evaluation, folder.resolve("confusion.png"));
    Charts.reliability(evaluation, folder.resolve("reliability.png"));
    if (!history.isEmpty()) {
      Files.writeString(folder.resolve("history.csv"), csv(history));
      Charts.loss(history, folder.resolve("loss.png"));
      Charts.accuracy(history, folder.resolve("accuracy.png"));
    }
    Files.writeString(
        folder.resolve("index.html"), HtmlPage.of(title, evaluation, !history.isEmpty()));
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
