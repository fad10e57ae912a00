/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.docket.cli.Json;
import org.docket.error.DocketException;

/** Writes decisions, in UTF-8: an object a line, or CSV with a header. For one thread. */
final class DecisionWriter implements Closeable {

  private static final String OBJECT = "{\"" + Decision.ID + "\":";

  private final BufferedWriter out;
  private final DecisionFormat format;
  private final CsvWriter csv;
  private long written;

  /** Opens a file; what it held is gone. */
  DecisionWriter(Path file, DecisionFormat format) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    if (DecisionFormat.isGzip(file)) {
      bytes = new GZIPOutputStream(bytes);
    }
    this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    this.format = format;
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    if (format == DecisionFormat.CSV) {
      csv.writeRecord(Decision.columns());
    }
  }

  /**
   * Writes one.
   *
   * @throws UncheckedIOException if the disk is full, and the like
   */
  void write(Decision decision) throws IOException {
    if (format == DecisionFormat.CSV) {
      csv.writeRecord(decision.cells());
    } else {
      out.write(Json.line(decision.values()));
      out.write('\n');
    }
    written++;
  }

  /** How many there are. */
  long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Checks that a file is an earlier export, if there is any.
   *
   * @param option that names it
   * @throws DocketException if it is something else, which would be lost
   */
  static void requireOwn(String option, Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > 0 && !isOwn(file)) {
        throw new DocketException(
            file
                + " is something else than decisions that review exported, and "
                + option
                + " would put them in its place: name another file, or delete this one first");
      }
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isOwn(Path file) throws IOException {
    char[] start = new char[OBJECT.length() + String.join(",", Decision.columns()).length()];
    int length = 0;
    try (InputStream in = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    DecisionFormat.isGzip(file) ? new GZIPInputStream(in) : in,
                    StandardCharsets.UTF_8))) {
      length = Math.max(0, reader.read(start));
    } catch (ZipException e) {
      return false;
    }
    String text = new String(start, 0, length);
    // An export of nothing is empty: compressed, or not.
    return text.isEmpty()
        || text.startsWith(OBJECT)
        || text.startsWith(String.join(",", Decision.columns()));
  }
}
