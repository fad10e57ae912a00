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
import org.docket.corpus.rows.TableGuess;
import org.docket.corpus.source.TextSource;
import org.docket.error.DocketException;

/** Tells a text's format from its beginning, and where that says nothing from its name. */
final class FormatFinder {

  private static final Pattern JSON = Pattern.compile(".*\\.(json|jsonl|ndjson)(\\.[a-z0-9]+)?");
  private static final Pattern TSV = Pattern.compile(".*\\.(tsv|tab)(\\.[a-z0-9]+)?");

  /**
   * YAML and mail, R's tables, Markdown and comments, ARFF, tags and rulers, SQL: no categories.
   */
  private static final Pattern OTHER =
      Pattern.compile(
          "\\A((- )?[^\\s:]+:(\\s|\\z)|[#<%\"]|@\\w+ |--(\\s|\\z)|[-+=*]{3,}"
              + "|(insert into|create table|drop table) )",
          Pattern.CASE_INSENSITIVE);

  private static final int SHOWN = 40;

  private FormatFinder() {}

  /** The format of a text; tells if it is not what the name says. */
  static CorpusFormat format(TextSource text, CorpusOptions options, RowSettings settings)
      throws IOException {
    if (options.format().isPresent()) {
      return options.format().get();
    }
    Optional<CorpusFormat> named = named(text.name());
    CorpusFormat found = found(text.beginning(), named, options, settings);
    if (found == CorpusFormat.TSV || found == options.plainFormat()) {
      requireNoTable(text, found, options);
    }
    if (found == CorpusFormat.OPENNLP) {
      requireCategory(text);
    }
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

  /** Lines that are rows of a table would be read wrong without a word. */
  private static void requireNoTable(TextSource text, CorpusFormat found, CorpusOptions options)
      throws IOException {
    Optional<TableGuess> table = TableGuess.of(text.beginning());
    boolean tabs = table.isPresent() && table.get().delimiter() == '\t';
    boolean ownTab = found != CorpusFormat.LINES && tabs && table.get().columns() == 2;
    if (table.isEmpty() || ownTab || found == CorpusFormat.TSV && !tabs) {
      return;
    }
    throw new DocketException(
        text.name()
            + (" looks like " + table.get().words())
            + (" of whose columns none has a known name: name "
                + (options.labelled() ? "those of the label and the text" : "that of the text"))
            + (options.labelled()
                ? " with --label-column and --text-column"
                : " with --text-column")
            + ", behind a first line such as category,narrative where it has no header"
            + (" (--input-format " + found.name().toLowerCase(Locale.ROOT))
            + (" reads it as " + words(found) + ")"));
  }

  /** Other formats of lines would each become categories and texts without a word. */
  private static void requireCategory(TextSource text) throws IOException {
    String first =
        text.beginning().lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    if (OTHER.matcher(first).find()) {
      throw new DocketException(
          text.name()
              + (" is no CSV, no JSON and hardly OpenNLP's format, whose lines begin with a category:"
                  + " it begins with \"")
              + (first.substring(0, Math.min(SHOWN, first.length()))
                  + "\"; export it as CSV with columns such as")
              + " category,narrative, or as JSON Lines (--input-format opennlp reads it"
              + " nevertheless)");
    }
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
