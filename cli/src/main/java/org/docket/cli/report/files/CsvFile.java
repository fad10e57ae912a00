/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A CSV file in UTF-8, numbers with a decimal point. For one thread. */
final class CsvFile implements Closeable {

  private final CsvWriter csv;
  private final String name;

  /** Begins with the names of the columns. */
  CsvFile(Path file, List<String> columns) throws IOException {
    name = file.getFileName().toString();
    // A writer of java.nio refuses half of a surrogate pair, which JSON can bring.
    csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(
                new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)));
    csv.writeRecord(columns);
  }

  CsvFile(Path file, String... columns) throws IOException {
    this(file, List.of(columns));
  }

  /** Writes a row; of fractions six decimals. */
  void row(Object... values) {
    row(List.of(values));
  }

  void row(List<?> values) {
    List<String> fields = new ArrayList<>(values.size());
    for (Object value : values) {
      fields.add(
          value instanceof Double number
              ? String.format(Locale.ROOT, "%.6f", number)
              : value.toString());
    }
    try {
      csv.writeRecord(fields);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(failed(e.getCause()));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      csv.close();
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private IOException failed(IOException e) {
    return new IOException(name + " of the report cannot be written: " + e.getMessage(), e);
  }
}
