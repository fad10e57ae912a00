/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelMap;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.rows.QuoteEscape;
import org.docket.corpus.source.Encodings;
import org.docket.error.DocketException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of every command that reads a corpus. What a person should know of the corpus goes to
 * standard error, a line each.
 */
public final class CorpusMixin implements HelpGroup {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--text-column",
      paramLabel = "C",
      description =
          "Column (of JSON: field) of the text (default: \"Consumer complaint narrative\","
              + " complaint_what_happened, narrative, complaint_narrative, text or complaint)."
              + " Case, blanks, hyphens and underscores do not matter.")
  private String textColumn;

  @Option(
      names = "--label-column",
      paramLabel = "C",
      description = "Column (of JSON: field) of the label (default: Product, category or label).")
  private String labelColumn;

  @Option(
      names = "--label-map",
      paramLabel = "FILE",
      description =
          "CSV of label,category or label,sub-product,category: what labels become; others are"
              + " dropped and counted. For the CFPB's products: conf/labels/cfpb-products.csv.")
  private Path labelMap;

  @Option(
      names = "--merge-labels",
      description =
          "Make one of labels that differ only in case or punctuation: the first that is met.")
  private boolean mergeLabels;

  @Option(
      names = "--on-bad-row",
      paramLabel = "fail|skip",
      description =
          "Stop at a row that cannot be read (default), or count it and go on; with more than half"
              + " of them bad it is an error nevertheless.")
  private OnBadRow onBadRow;

  @Option(
      names = "--bad-rows",
      paramLabel = "FILE",
      description = "Skip rows that cannot be read, and write them into this CSV, with the reason.")
  private Path badRows;

  @Option(
      names = "--input-format",
      paramLabel = "csv|tsv|json|opennlp|lines",
      description =
          "Format of the input (default: told by its beginning and its name). tsv: label, tab, text"
              + " without a header; json: an object a line, or an array; lines: a text a line.")
  private CorpusFormat format;

  @Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      description =
          "What stands between the columns of a CSV, or tab (default: , ; | or a tab,"
              + " as its beginning shows).")
  private String delimiter;

  @Option(
      names = "--quote-escape",
      paramLabel = "double|backslash",
      description = "How a CSV writes quotes inside of quotes (default: as its beginning shows).")
  private QuoteEscape quoteEscape;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "Encoding of the input, such as windows-1252 (default: UTF-8, or UTF-16 where"
              + " the input shows it).")
  private String encoding;

  @Override
  public String title() {
    return "How documents are read";
  }

  /** For reading documents with their labels. */
  public CorpusOptions labelled() {
    return options(true);
  }

  /** For reading texts only. */
  public CorpusOptions unlabelled() {
    return options(false);
  }

  /** For reading texts only, of which each line is one where nothing shows another format. */
  public CorpusOptions texts() {
    return options(false).toBuilder().plainFormat(CorpusFormat.LINES).build();
  }

  /**
   * Checks that a file to write is neither that of bad rows nor the label map.
   *
   * @throws DocketException if it is
   */
  public OutputPath requireOther(OutputPath output) {
    return output
        .requireNot("--label-map", Optional.ofNullable(labelMap).stream().toList())
        .requireNot("--bad-rows", Optional.ofNullable(badRows).stream().toList());
  }

  private CorpusOptions options(boolean labelled) {
    if (badRows != null) {
      new OutputPath("--bad-rows", badRows)
          .requireNot("--label-map", Optional.ofNullable(labelMap).stream().toList())
          .requireNoModel();
    }
    return CorpusOptions.builder()
        .format(format)
        .delimiter(delimiter == null ? null : delimiter())
        .quoteEscape(quoteEscape)
        .encoding(encoding == null ? null : Encodings.parse(encoding))
        .textColumn(textColumn)
        .labelColumn(labelColumn)
        .labelMap(labelMap == null ? null : LabelMap.read(labelMap))
        .mergeLabels(mergeLabels)
        .onBadRow(onBadRow())
        .badRows(badRows)
        .labelled(labelled)
        .notices(this::tell)
        .build();
  }

  private OnBadRow onBadRow() {
    if (badRows == null) {
      return onBadRow == null ? OnBadRow.FAIL : onBadRow;
    }
    if (onBadRow == OnBadRow.FAIL) {
      throw new DocketException("--bad-rows skips bad rows, and --on-bad-row fail does not");
    }
    return OnBadRow.SKIP;
  }

  private char delimiter() {
    if (delimiter.equals("tab") || delimiter.equals("\\t")) {
      return '\t';
    }
    if (delimiter.length() != 1 || "\"\r\n\\".contains(delimiter)) {
      throw new DocketException(
          "--delimiter must be one character, such as ; or the word tab, but is \""
              + delimiter
              + "\"");
    }
    return delimiter.charAt(0);
  }

  private void tell(String notice) {
    Remarks.of(command).warn(notice);
  }
}
