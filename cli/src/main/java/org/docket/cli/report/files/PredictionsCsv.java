/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.docket.Categorization;
import org.docket.cli.labels.DocumentPlace;

/** The answer to every document as CSV, written as they come, without texts. For one thread. */
public final class PredictionsCsv implements Closeable {

  private final CsvFile csv;

  /** Begins the file. */
  public PredictionsCsv(Path file) throws IOException {
    csv =
        new CsvFile(
            file, "file", "row", "line", "id", "label", "prediction", "probability", "right");
  }

  /** Writes what the model says of a document. */
  public void write(String label, DocumentPlace place, Categorization answer) {
    String prediction = answer.best().category();
    csv.row(
        place.file(),
        place.row(),
        place.line(),
        place.id(),
        label,
        prediction,
        answer.best().probability(),
        label.equals(prediction));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
