/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.cli.Json;
import org.docket.cli.report.page.ReportPage;
import org.docket.error.DocketException;
import org.docket.io.WholeFile;

/** The folder of a report: figures as CSV and JSON, each file written whole. */
public final class ReportFolder {

  private final Path folder;

  /**
   * Makes the folder if it is not there.
   *
   * @throws DocketException if it cannot be made, or takes no files
   */
  public ReportFolder(Path folder) {
    WholeFile.requireFolder(folder, "the report");
    this.folder = folder;
  }

  /** A file of it. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Writes a value, for scripts. */
  public void writeJson(String name, Object value) throws IOException {
    write(name, Json.pretty(value) + "\n");
  }

  /**
   * Writes a table, for spreadsheets; numbers as they are, whatever the locale.
   *
   * @param header the names of the columns
   * @param rows texts and numbers
   */
  public void writeCsv(String name, List<String> header, List<List<Object>> rows)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      rows.forEach(row -> csv.writeRecord(row.stream().map(ReportFolder::cell).toList()));
    }
    write(name, text.toString());
  }

  /** Writes the page that shows a report's data. */
  public void writePage(String name, Map<String, Object> data) throws IOException {
    ReportPage.write(String.valueOf(data.get("title")), data, file(name));
  }

  private static String cell(Object value) {
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.6f", number)
        : value.toString();
  }

  private void write(String name, String content) throws IOException {
    WholeFile.write(file(name), part -> Files.writeString(part, content));
  }
}
