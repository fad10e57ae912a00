/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.solr.core.SolrCore;
import org.docket.error.DocketException;
import org.docket.solr.tagger.Taggers;

/** Finds the one tagger of a core that a query means. */
final class TaggerChoice {

  private TaggerChoice() {}

  /**
   * Chooses by chain and category field, where the query names them.
   *
   * @throws DocketException if there is none such, or several that would not answer the same
   */
  static Taggers.Placed choose(SolrCore core, TaggerQuery query) {
    List<Taggers.Placed> all = Taggers.of(core);
    List<Taggers.Placed> meant = all.stream().filter(placed -> isMeant(placed, query)).toList();
    if (meant.isEmpty()) {
      throw new DocketException(
          all.isEmpty()
              ? "this core's solrconfig.xml has no DoccatUpdateProcessorFactory, so no model"
              : "no tagger is there; there are: " + names(all));
    }
    if (meant.stream().map(placed -> placed.tagger().config()).distinct().count() > 1) {
      throw new DocketException(
          "several taggers are meant; choose one by 'chain' or 'categoryField' of: "
              + names(meant));
    }
    return meant.get(0);
  }

  private static boolean isMeant(Taggers.Placed placed, TaggerQuery query) {
    return fits(query.chain(), placed.chain())
        && fits(query.categoryField(), Optional.of(placed.tagger().config().fields().category()));
  }

  private static boolean fits(Optional<String> wanted, Optional<String> there) {
    return wanted.isEmpty() || wanted.equals(there);
  }

  private static String names(List<Taggers.Placed> taggers) {
    return taggers.stream().map(TaggerChoice::name).distinct().collect(Collectors.joining("; "));
  }

  private static String name(Taggers.Placed placed) {
    String field = "categoryField=" + placed.tagger().config().fields().category();
    return placed.chain().map(chain -> "chain=" + chain + " " + field).orElse(field);
  }
}
