/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.docket.error.DocketException;

/** Reads a CSV with a header, row by row. */
final class CsvCorpus {

  static final List<String> TEXT_COLUMNS = List.of("Consumer complaint narrative", "narrative");
  static final List<String> LABEL_COLUMNS = List.of("Product", "category");
  static final List<String> SUB_LABEL_COLUMNS = List.of("Sub-product", "sub_product");

  private final String file;
  private final CorpusOptions options;
  private final DocumentSink sink;

  CsvCorpus(String file, CorpusOptions options, DocumentSink sink) {
    this.file = file;
    this.options = options;
    this.sink = sink;
  }

  void read(ByteSource in) throws IOException {
    CsvRecords records = new CsvRecords(in, Corpus.MAX_ROW_BYTES);
    Columns columns = columns(header(records));
    while (records.next()) {
      try {
        document(records.fields(), columns);
      } catch (RowException e) {
        sink.bad(records.line(), e.getMessage(), records.preview());
      }
    }
  }

  private void document(List<String> fields, Columns columns) throws RowException {
    if (fields.size() != columns.count()) {
      throw new RowException(
          String.format(
              Locale.ROOT,
              "the row has %d columns, and the header has %d",
              fields.size(),
              columns.count()));
    }
    String subLabel = columns.subLabel() < 0 ? "" : fields.get(columns.subLabel());
    sink.document(fields.get(columns.label()), subLabel, fields.get(columns.text()));
  }

  private List<String> header(CsvRecords records) throws IOException {
    if (!records.next()) {
      throw new DocketException(file + " is empty; a CSV begins with the names of its columns");
    }
    try {
      return records.fields();
    } catch (RowException e) {
      throw sink.error(records.line(), e.getMessage(), records.preview());
    }
  }

  private Columns columns(List<String> header) {
    int text = column(options.textColumn(), TEXT_COLUMNS, "text", header);
    int label =
        options.labelled() ? column(options.labelColumn(), LABEL_COLUMNS, "label", header) : text;
    int subLabel = SUB_LABEL_COLUMNS.stream().mapToInt(header::indexOf).max().orElse(-1);
    return new Columns(header.size(), text, label, subLabel);
  }

  private int column(
      Optional<String> wanted, List<String> defaults, String what, List<String> header) {
    List<String> candidates = wanted.map(List::of).orElse(defaults);
    return candidates.stream()
        .filter(header::contains)
        .findFirst()
        .map(name -> only(name, header))
        .orElseThrow(
            () ->
                new DocketException(
                    String.format(
                        Locale.ROOT,
                        "%s has no column \"%s\"; its columns are: %s. Name the %s column with --%s-column",
                        file,
                        String.join("\" or \"", candidates),
                        String.join(", ", header),
                        what,
                        what)));
  }

  private int only(String name, List<String> header) {
    if (header.indexOf(name) != header.lastIndexOf(name)) {
      throw new DocketException(file + " has two columns \"" + name + "\"");
    }
    return header.indexOf(name);
  }

  /** Where the columns are, from 0; the sub-label's is -1 if there is none. */
  private record Columns(int count, int text, int label, int subLabel) {}
}
