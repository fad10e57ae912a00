/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.Json;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/** Counts in a collection, by Solr's JSON Facet API; and what it answers. */
record Facets(NamedList<?> answer) {

  private static final String UNDEFINED = "undefined field";

  /**
   * Asks.
   *
   * @param filter which documents
   * @param facets as the API takes them
   * @return nothing if the schema has not all fields
   * @throws DocketException if Solr does not answer, or refuses
   */
  static Optional<Facets> ask(
      SolrCollection collection, String filter, Map<String, Object> facets) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("q", "*:*").set("defType", "lucene").set("fq", filter).set("rows", 0);
    params.set("facet", false).set("hl", false).set("json.facet", Json.line(facets));
    try {
      return Optional.of(new Facets((NamedList<?>) collection.select(params).get("facets")));
    } catch (DocketException e) {
      if (e.getCause() instanceof SolrException refusal
          && String.valueOf(refusal.getMessage()).contains(UNDEFINED)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** All values of a field, whatever their number. */
  static Map<String, Object> terms(String field, Map<String, Object> within) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("type", "terms");
    terms.put("field", field);
    terms.put("limit", -1);
    if (!within.isEmpty()) {
      terms.put("facet", within);
    }
    return terms;
  }

  /** The documents of a query. */
  static Map<String, Object> query(String query, Map<String, Object> within) {
    Map<String, Object> facet = new LinkedHashMap<>();
    facet.put("type", "query");
    facet.put("q", query);
    if (!within.isEmpty()) {
      facet.put("facet", within);
    }
    return facet;
  }

  /** How many documents there are. */
  long count() {
    return answer.get("count") instanceof Number count ? count.longValue() : 0;
  }

  /** What is within; empty where there is none. */
  Facets get(String name) {
    return new Facets(answer.get(name) instanceof NamedList<?> within ? within : new NamedList<>());
  }

  /** A number that was reckoned; absent where no document has it. */
  Optional<Double> number(String name) {
    return answer.get(name) instanceof Number number && Double.isFinite(number.doubleValue())
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  /** The values of a field, the most frequent first. */
  List<Facets> buckets(String name) {
    List<Facets> buckets = new ArrayList<>();
    if (get(name).answer().get("buckets") instanceof List<?> list) {
      list.forEach(bucket -> buckets.add(new Facets((NamedList<?>) bucket)));
    }
    return buckets;
  }

  /** The value of a bucket. */
  String value() {
    return String.valueOf(answer.get("val"));
  }

  /** How many documents each value has. */
  Map<String, Long> counts(String name) {
    Map<String, Long> counts = new LinkedHashMap<>();
    buckets(name).forEach(bucket -> counts.put(bucket.value(), bucket.count()));
    return counts;
  }
}
