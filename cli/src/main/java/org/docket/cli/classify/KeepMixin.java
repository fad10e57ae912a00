/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import picocli.CommandLine.Option;

/** What comes along from the rows to their answers. */
final class KeepMixin {

  @Option(
      names = "--id-column",
      paramLabel = "C",
      description = "Column (of JSON: field) that comes along first, to join answers by.")
  private String idColumn;

  @Option(
      names = "--keep",
      paramLabel = "C[,C]",
      description = "Columns that come along with each answer; may be given several times.")
  private List<String> keep = List.of();

  @Option(names = "--keep-all", description = "All columns come along with each answer.")
  private boolean keepAll;

  /** The same options, with what comes along. */
  CorpusOptions addTo(CorpusOptions options) {
    Set<String> columns = new LinkedHashSet<>();
    if (idColumn != null) {
      columns.add(idColumn);
    }
    keep.forEach(names -> columns.addAll(split(names)));
    return options.toBuilder().keep(List.copyOf(columns)).keepAll(keepAll).build();
  }

  /** As in a CSV's header: names with a comma in them stand in quotes. */
  private static List<String> split(String names) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().trimWhitespacesAroundQuotes(true).ofCsvRecord(names)) {
      return csv.stream()
          .flatMap(each -> each.getFields().stream())
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .toList();
    } catch (CsvParseException | IOException e) {
      throw new DocketException("--keep cannot be read: " + names, e);
    }
  }
}
