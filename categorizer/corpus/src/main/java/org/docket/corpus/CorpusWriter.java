/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.docket.model.CategoryNames;

/**
 * Writes a corpus as CSV (columns {@code category,narrative}) or in OpenNLP's training format; gzip
 * if the name ends in {@code .gz}. For one thread.
 *
 * <p>In OpenNLP's format a document is a line, so that line breaks in the text become blanks, and
 * categories are escaped by {@link CategoryNames}.
 */
public final class CorpusWriter implements Closeable {

  private final BufferedWriter out;
  private final CSVPrinter csv;
  private final CorpusFormat format;

  /** Opens a file; what it held is gone. */
  public CorpusWriter(Path file, CorpusFormat format) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPOutputStream(bytes);
    }
    this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    this.csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
    this.format = format;
    if (format == CorpusFormat.CSV) {
      csv.printRecord("category", "narrative");
    }
  }

  /**
   * Writes a document.
   *
   * @throws UncheckedIOException if the disk is full, and the like
   */
  public void write(LabelledText document) {
    try {
      if (format == CorpusFormat.CSV) {
        csv.printRecord(document.category(), document.text());
      } else {
        out.write(CategoryNames.escape(document.category()));
        out.write(' ');
        out.write(document.text().replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip());
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.close(true);
  }
}
