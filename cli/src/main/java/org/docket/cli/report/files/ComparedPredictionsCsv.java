/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.Categorization;
import org.docket.cli.labels.DocumentPlace;

/** The answers of several models to every document as CSV, without texts. For one thread. */
public final class ComparedPredictionsCsv implements Closeable {

  private final CsvFile csv;

  /** Begins the file, with two columns for each model. */
  public ComparedPredictionsCsv(Path file, List<String> models) throws IOException {
    List<String> columns = new ArrayList<>(List.of("file", "row", "line", "id", "label"));
    for (String model : models) {
      columns.add("prediction: " + model);
      columns.add("probability: " + model);
    }
    csv = new CsvFile(file, columns);
  }

  /** Writes what the models say of a document. */
  public void write(String label, DocumentPlace place, List<Categorization> answers) {
    List<Object> row =
        new ArrayList<>(List.of(place.file(), place.row(), place.line(), place.id(), label));
    for (Categorization answer : answers) {
      row.add(answer.best().category());
      row.add(answer.best().probability());
    }
    csv.row(row);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
