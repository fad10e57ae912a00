/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.docket.corpus.rows.ColumnNames;

/**
 * Columns that have several spellings: the Bureau's CSV, its API and the configset {@code
 * complaints} name the same thing differently.
 */
final class KnownColumns {

  /** The first of each is the field of the configset. */
  private static final List<List<String>> SPELLINGS =
      List.of(
          List.of("company_response", "Company response to consumer"),
          List.of("consumer_consent", "Consumer consent provided?", "consumer_consent_provided"),
          List.of("consumer_disputed", "Consumer disputed?"),
          List.of("timely_response", "Timely response?", "timely"),
          List.of("zip_code", "ZIP"),
          List.of("sub_product", "Sub-product"),
          List.of("sub_issue", "Sub-issue"),
          List.of("company_public_response", "Company public response"),
          List.of("submitted_via", "Submitted via"),
          List.of("date_received", "Date received"),
          List.of("date_sent_to_company", "Date sent to company"),
          List.of("complaint_id", "Complaint ID"),
          List.of("product", "Product"),
          List.of("issue", "Issue"),
          List.of("company", "Company"),
          List.of("state", "State"),
          List.of("tags", "Tags"));

  private static final Set<String> TEXTS =
      ColumnNames.TEXT.stream().map(ColumnNames::loose).collect(Collectors.toSet());

  private KnownColumns() {}

  /** Other spellings of a column, that of the configset first; empty if none is known. */
  static List<String> spellings(String column) {
    String loose = ColumnNames.loose(column);
    return SPELLINGS.stream()
        .filter(names -> names.stream().anyMatch(name -> ColumnNames.loose(name).equals(loose)))
        .findFirst()
        .orElse(List.of());
  }

  /** What the configset calls a column, if it is known. */
  static Optional<String> field(String column) {
    return spellings(column).stream().findFirst();
  }

  /** Whether it is a known name for the text. */
  static boolean isText(String column) {
    return TEXTS.contains(ColumnNames.loose(column));
  }
}
