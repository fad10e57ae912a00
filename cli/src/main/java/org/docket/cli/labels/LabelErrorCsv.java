/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.docket.ScoredCategory;
import org.docket.evaluation.LabelError;

/** Likely label errors as CSV, to look at in a spreadsheet. For one thread. */
final class LabelErrorCsv implements Closeable {

  private final CsvWriter csv;

  LabelErrorCsv(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "file",
        "row",
        "line",
        "id",
        "given",
        "given_probability",
        "likely",
        "likely_probability",
        "text");
  }

  void write(LabelError error, DocumentPlace place, String text) {
    csv.writeRecord(
        place.file(),
        Long.toString(place.row()),
        Long.toString(place.line()),
        place.id(),
        error.given().category(),
        probability(error.given()),
        error.likely().category(),
        probability(error.likely()),
        text);
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static String probability(ScoredCategory scored) {
    return String.format(Locale.ROOT, "%.4f", scored.probability());
  }
}
