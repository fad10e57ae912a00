/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
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
  private final CsvWriter csv;
  private final CorpusFormat format;

  /**
   * Opens a file; what it held is gone.
   *
   * @param format {@link CorpusFormat#CSV} or {@link CorpusFormat#OPENNLP}
   */
  public CorpusWriter(Path file, CorpusFormat format) throws IOException {
    if (format != CorpusFormat.CSV && format != CorpusFormat.OPENNLP) {
      throw new IllegalArgumentException("not written: " + format);
    }
    OutputStream bytes = Files.newOutputStream(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPOutputStream(bytes);
    }
    this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    // Buffered once.
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    this.format = format;
    if (format == CorpusFormat.CSV) {
      csv.writeRecord("category", "narrative");
    }
  }

  /**
   * Writes a document.
   *
   * @throws UncheckedIOException if the disk is full, and the like
   */
  public void write(LabelledText document) {
    if (format == CorpusFormat.CSV) {
      csv.writeRecord(document.category(), document.text());
      return;
    }
    try {
      out.write(CategoryNames.escape(document.category()));
      out.write(' ');
      out.write(document.text().replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
