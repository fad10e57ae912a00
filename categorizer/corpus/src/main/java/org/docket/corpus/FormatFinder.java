/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.docket.corpus.rows.CsvRows;
import org.docket.corpus.rows.JsonRows;
import org.docket.corpus.rows.LineRows;
import org.docket.corpus.rows.RowSettings;
import org.docket.corpus.source.TextSource;

/** Tells a text's format from its beginning, and where that says nothing from its name. */
final class FormatFinder {

  private static final Pattern JSON = Pattern.compile(".*\\.(json|jsonl|ndjson)(\\.[a-z0-9]+)?");
  private static final Pattern TSV = Pattern.compile(".*\\.(tsv|tab)(\\.[a-z0-9]+)?");

  private FormatFinder() {}

  /** The format of a text; tells if it is not what the name says. */
  static CorpusFormat format(TextSource text, CorpusOptions options, RowSettings settings)
      throws IOException {
    if (options.format().isPresent()) {
      return options.format().get();
    }
    Optional<CorpusFormat> named = named(text.name());
    CorpusFormat found = found(text.beginning(), named, options, settings);
    if (!named.equals(Optional.of(found)) && found != options.plainFormat()) {
      options
          .notices()
          .accept(text.name() + " is read as " + words(found) + " (--input-format decides)");
    }
    return found;
  }

  private static CorpusFormat found(
      String beginning, Optional<CorpusFormat> named, CorpusOptions options, RowSettings settings) {
    if (JsonRows.isJson(beginning)) {
      return CorpusFormat.JSON;
    }
    if (named.equals(Optional.of(CorpusFormat.CSV)) || CsvRows.hasHeader(beginning, settings)) {
      return CorpusFormat.CSV;
    }
    if (named.isPresent()) {
      return named.get();
    }
    if (asksForColumns(options)) {
      return CorpusFormat.CSV;
    }
    boolean tabs = options.plainFormat() == CorpusFormat.OPENNLP && LineRows.hasTabs(beginning);
    return tabs ? CorpusFormat.TSV : options.plainFormat();
  }

  private static boolean asksForColumns(CorpusOptions options) {
    return options.textColumn().isPresent()
        || options.labelColumn().isPresent()
        || options.delimiter().isPresent()
        || options.keepAll()
        || !options.keep().isEmpty();
  }

  private static Optional<CorpusFormat> named(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (file.contains(".csv")) {
      return Optional.of(CorpusFormat.CSV);
    }
    if (JSON.matcher(file).matches()) {
      return Optional.of(CorpusFormat.JSON);
    }
    return TSV.matcher(file).matches() ? Optional.of(CorpusFormat.TSV) : Optional.empty();
  }

  private static String words(CorpusFormat format) {
    return switch (format) {
      case CSV -> "a CSV with a header";
      case TSV -> "label, tab and text in each line";
      case JSON -> "JSON";
      case OPENNLP -> "OpenNLP's training format";
      case LINES -> "a text in each line";
    };
  }
}
