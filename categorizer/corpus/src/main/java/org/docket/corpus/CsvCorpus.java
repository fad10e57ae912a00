/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.util.List;
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
    CsvReader records = new CsvReader(in, Corpus.MAX_ROW_BYTES, CsvReader.NO_COMMENTS);
    Columns columns = columns(header(records));
    while (records.next()) {
      try {
        document(records, columns);
      } catch (RowException e) {
        sink.bad(records.line(), e.getMessage(), records.preview());
      }
    }
  }

  private void document(CsvReader record, Columns columns) throws RowException {
    if (record.fieldCount() != columns.count()) {
      throw new RowException(
          "the row has " + record.fieldCount() + " columns, and the header has " + columns.count());
    }
    List<String> fields = record.fields();
    String subLabel = columns.subLabel() < 0 ? "" : fields.get(columns.subLabel());
    sink.document(fields.get(columns.label()), subLabel, fields.get(columns.text()));
  }

  private List<String> header(CsvReader records) throws IOException {
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
                    file
                        + (" has no column \"" + String.join("\" or \"", candidates) + "\"")
                        + ("; its columns are: " + String.join(", ", header))
                        + (". Name the " + what + " column with --" + what + "-column")));
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
