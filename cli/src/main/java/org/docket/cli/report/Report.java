/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.cli.Json;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.io.WholeFile;

/**
 * Writes a report into a folder: {@code index.html} to open, {@code metrics.json} for scripts, the
 * charts as PNG, and after training {@code history.csv}.
 */
public final class Report {

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
      throw new DocketException("cannot make a folder " + folder + " for the report", e);
    }
    WholeFile.requireWritable(folder.resolve("index.html"));
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
    write("metrics.json", Json.pretty(Metrics.of(evaluation)) + "\n");
    WholeFile.write(folder.resolve("confusion.png"), part -> Charts.confusion(evaluation, part));
    WholeFile.write(
        folder.resolve("reliability.png"), part -> Charts.reliability(evaluation, part));
    if (!history.isEmpty()) {
      write("history.csv", csv(history));
      WholeFile.write(folder.resolve("loss.png"), part -> Charts.loss(history, part));
      WholeFile.write(folder.resolve("accuracy.png"), part -> Charts.accuracy(history, part));
    }
    write("index.html", HtmlPage.of(title, evaluation, !history.isEmpty()));
  }

  private void write(String name, String text) throws IOException {
    WholeFile.write(folder.resolve(name), part -> Files.writeString(part, text));
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
