/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a file of soft labels that {@link SoftLabels} reads: a CSV with the column {@code
 * text_hash} and one such as {@code p(Mortgage)} for each category; gzip if the name ends in {@code
 * .gz}. Probabilities have four decimals, those of more than a hundred categories as many as keep
 * what rounding does to their sum below what a reader takes for a mistake. The same labels give the
 * same bytes. For one thread.
 */
public final class SoftLabelsWriter implements Closeable {

  private final BufferedWriter out;
  private final CsvWriter csv;

  /** As many with a hundred categories. */
  private static final int DECIMALS = 4;

  private final int categories;
  private final String format;
  private final Set<String> written = new HashSet<>();

  /** Opens a file; what it held is gone. */
  public SoftLabelsWriter(Path file, List<String> categories) throws IOException {
    OutputStream bytes = Files.newOutputStream(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPOutputStream(bytes);
    }
    this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
    this.categories = categories.size();
    this.format = "%." + decimals(this.categories) + "f";
    List<String> header = new ArrayList<>(List.of(JoinKey.TEXT_HASH.column()));
    categories.forEach(category -> header.add("p(" + category + ")"));
    csv.writeRecord(header);
  }

  /**
   * Writes the probabilities of a text; of one that comes again, the first.
   *
   * @throws UncheckedIOException if the disk is full, and the like
   */
  public void write(String text, float[] probabilities) {
    if (probabilities.length != categories) {
      throw new IllegalArgumentException(probabilities.length + " probabilities");
    }
    String hash = TextHash.of(text);
    if (written.add(hash)) {
      List<String> fields = new ArrayList<>(List.of(hash));
      for (float probability : probabilities) {
        fields.add(String.format(Locale.ROOT, format, probability));
      }
      csv.writeRecord(fields);
    }
  }

  /** The sum of all roundings is at most 0.005. */
  private static int decimals(int categories) {
    return Math.max(DECIMALS, 2 + Integer.toString(categories - 1).length());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
