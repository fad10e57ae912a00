/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.nio.file.Path;
import org.docket.corpus.CorpusFormat;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelMap;
import org.docket.corpus.OnBadRow;
import picocli.CommandLine.Option;

/** The options of every command that reads a corpus. */
public final class CorpusMixin {

  @Option(
      names = "--text-column",
      paramLabel = "C",
      description =
          "Column of the text in a CSV (default: \"Consumer complaint narrative\" or narrative).")
  private String textColumn;

  @Option(
      names = "--label-column",
      paramLabel = "C",
      description = "Column of the label in a CSV (default: \"Product\" or category).")
  private String labelColumn;

  @Option(
      names = "--label-map",
      paramLabel = "FILE",
      description =
          "CSV of label,category or label,sub-product,category: what labels become; others are dropped and counted. For the"
              + " CFPB's products: conf/labels/cfpb-products.csv.")
  private Path labelMap;

  @Option(
      names = "--on-bad-row",
      paramLabel = "fail|skip",
      defaultValue = "fail",
      description = "Stop at a row that cannot be read (default), or count it and go on.")
  private OnBadRow onBadRow;

  @Option(
      names = "--input-format",
      paramLabel = "csv|opennlp",
      description = "Format of the input (default: csv if its name has .csv or .zip in it).")
  private CorpusFormat format;

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

  /** The format that was asked for, or that a file's name tells. */
  public CorpusFormat formatOf(Path file) {
    return format == null ? CorpusFormat.of(file) : format;
  }

  private CorpusOptions options(boolean labelled) {
    return CorpusOptions.builder()
        .format(format)
        .textColumn(textColumn)
        .labelColumn(labelColumn)
        .labelMap(labelMap == null ? null : LabelMap.read(labelMap))
        .onBadRow(onBadRow)
        .labelled(labelled)
        .build();
  }
}
