/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.docket.DocketException;
import org.docket.corpus.BoundedReader.RowTooLongException;

/** Reads a CSV with a header, row by row. */
final class CsvCorpus {

  static final List<String> TEXT_COLUMNS = List.of("Consumer complaint narrative", "narrative");
  static final List<String> LABEL_COLUMNS = List.of("Product", "category");

  /** Ten times the longest complaint anybody would write; see {@link BoundedReader}. */
  private static final int MAX_ROW = 20_000_000;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final String file;
  private final CorpusOptions options;
  private final DocumentSink sink;

  CsvCorpus(String file, CorpusOptions options, DocumentSink sink) {
    this.file = file;
    this.options = options;
    this.sink = sink;
  }

  void read(Reader text) throws IOException {
    BoundedReader bounded = new BoundedReader(text, MAX_ROW);
    try (CSVParser parser = parser(bounded)) {
      List<String> header = parser.getHeaderNames();
      String textColumn = column(options.textColumn(), TEXT_COLUMNS, "text", header);
      String labelColumn =
          options.labelled()
              ? column(options.labelColumn(), LABEL_COLUMNS, "label", header)
              : textColumn;
      Iterator<CSVRecord> rows = parser.iterator();
      boolean more = true;
      while (more) {
        long line = parser.getCurrentLineNumber() + 1;
        more = readRow(rows, line, header.size(), labelColumn, textColumn);
        bounded.rowDone();
      }
    }
  }

  private CSVParser parser(BoundedReader text) throws IOException {
    try {
      return CSVParser.builder().setReader(text).setFormat(FORMAT).get();
    } catch (IllegalArgumentException e) {
      throw new DocketException(file + ", line 1: the header is wrong: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Reads a row; false at the end. */
  private boolean readRow(
      Iterator<CSVRecord> rows, long line, int columns, String labelColumn, String textColumn)
      throws IOException {
    CSVRecord row;
    try {
      if (!rows.hasNext()) {
        return false;
      }
      row = rows.next();
    } catch (UncheckedIOException e) {
      return badRow(e.getCause(), line);
    }
    if (row.size() != columns) {
      String problem =
          "the row has %d columns, and the header has %d".formatted(row.size(), columns);
      sink.bad(line, problem, String.join(",", row.toList()));
    } else {
      sink.document(row.get(labelColumn), row.get(textColumn));
    }
    return true;
  }

  private boolean badRow(IOException problem, long line) throws IOException {
    if (problem instanceof RowTooLongException) {
      // What follows is inside of a quote that is not closed: nothing after it can be trusted.
      throw sink.error(line, problem.getMessage() + "; is a quote not closed?", "");
    }
    if (problem instanceof java.util.zip.ZipException || problem instanceof java.io.EOFException) {
      throw problem;
    }
    sink.bad(line, problem.getMessage(), "");
    return true;
  }

  private String column(
      Optional<String> wanted, List<String> defaults, String what, List<String> header) {
    List<String> candidates = wanted.map(List::of).orElse(defaults);
    return candidates.stream()
        .filter(header::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new DocketException(
                    "%s has no column \"%s\"; its columns are: %s. Name the %s column with --%s-column"
                        .formatted(
                            file,
                            String.join("\" or \"", candidates),
                            String.join(", ", header),
                            what,
                            what)));
  }
}
