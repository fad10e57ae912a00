/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.client.solrj.util.ClientUtils;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/** Tells what serves in the end, and which categories of the documents are no more given. */
final class Outcome {

  private static final int NAMED = 10;

  private final SolrCollection collection;
  private final Report report;

  Outcome(SolrCollection collection, Report report) {
    this.collection = collection;
    this.report = report;
  }

  /** After a model has come into service. */
  void tell() {
    CollectionInfo info = collection.info();
    report.say("In service: %s", info.model().tag());
    report.fact("tag", info.model().tag());
    report.fact("sha256", info.model().sha256());
    report.fact("location", info.model().location());
    tellCategories(info);
  }

  /** People may have categories of their own: only the model's are looked at, if it is known. */
  private void tellCategories(CollectionInfo info) {
    Map<String, Long> others;
    try {
      others = categories(info);
    } catch (DocketException e) {
      report.warn("whether the categories are the same cannot be told: %s", e.getMessage());
      return;
    }
    others.keySet().removeAll(info.categories());
    others.remove(fallback());
    report.fact("categoriesOfNoModel", others);
    if (!others.isEmpty()) {
      List<String> named =
          others.entrySet().stream()
              .limit(NAMED)
              .map(one -> one.getKey() + " (" + one.getValue() + ")")
              .toList();
      report.warn(
          "documents of the collection have categories that this model does not give: %s%s;"
              + " ./docket retag tags them anew",
          String.join(", ", named),
          others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "");
    }
  }

  /** What documents get that the model gives none; empty if nothing. */
  private String fallback() {
    ModifiableSolrParams params = new ModifiableSolrParams().set("info", true);
    return Tree.text(
        collection.ask(new GenericSolrRequest(METHOD.GET, "/doccat", params)), "fallback");
  }

  private Map<String, Long> categories(CollectionInfo info) {
    ModifiableSolrParams params =
        new ModifiableSolrParams()
            .set("q", "*:*")
            .set("rows", 0)
            .set("facet", true)
            .set("facet.field", info.category())
            .set("facet.limit", -1)
            .set("facet.mincount", 1);
    Optional<String> model = info.field("model");
    model.ifPresent(field -> params.set("fq", ClientUtils.escapeQueryChars(field) + ":*"));
    NamedList<Object> answer = collection.select(params);
    Map<String, Long> counts = new TreeMap<>();
    Tree.map(Tree.at(answer, "facet_counts", "facet_fields", info.category()))
        .forEach((category, count) -> counts.put(category, ((Number) count).longValue()));
    return counts;
  }
}
