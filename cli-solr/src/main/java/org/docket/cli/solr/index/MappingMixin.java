/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.docket.cli.HelpGroup;
import org.docket.cli.solr.index.fields.MappingOptions;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import picocli.CommandLine.Option;

/** The options that say which column is which field. */
final class MappingMixin implements HelpGroup {

  @Option(
      names = "--field",
      paramLabel = "COLUMN=FIELD",
      description =
          "The field that a column (of JSON: a field) goes to; may be given several times. Without"
              + " it the one of the same name, but for case, blanks, hyphens and underscores, or"
              + " for what the CFPB calls it.")
  private List<String> fields = List.of();

  @Option(
      names = "--ignore",
      paramLabel = "COLUMN",
      description = "A column that is left out; may be given several times.")
  private List<String> ignored = List.of();

  @Option(
      names = "--id-column",
      paramLabel = "C",
      description =
          "Column of the ids (default: that of the collection's unique key; if there is none, an id"
              + " is a hash of the document).")
  private String id;

  @Override
  public String title() {
    return "How columns become fields";
  }

  /**
   * What was said.
   *
   * @throws DocketException if something has no meaning here
   */
  MappingOptions options(CorpusOptions corpus) {
    if (corpus.labelColumn().isPresent() || corpus.labelMap().isPresent() || corpus.mergeLabels()) {
      throw new DocketException(
          "index takes each column as it is, also that of the label: leave out --label-column,"
              + " --label-map and --merge-labels (--field COLUMN=FIELD says where it goes)");
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : fields) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new DocketException(
            "--field is \"" + pair + "\"; it must be COLUMN=FIELD, such as \"Text=narrative\"");
      }
      String field = pair.substring(equals + 1).strip();
      String before = pairs.put(pair.substring(0, equals), field);
      if (before != null && !before.equals(field)) {
        throw new DocketException(
            "--field sends the column "
                + pair.substring(0, equals)
                + (" to both " + before + " and " + field));
      }
    }
    return new MappingOptions(
        pairs, Set.copyOf(ignored), Optional.ofNullable(id), corpus.textColumn());
  }
}
