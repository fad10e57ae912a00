/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Clauses;
import org.docket.error.DocketException;

/**
 * How often people accept what the model said.
 *
 * @param decisions all that people decided
 * @param assigned documents that people gave a category to which the model had given none
 * @param all tags that people looked at
 * @param categories the same by the model's category, those most looked at first
 * @param bins by the probability that the model gave, lowest first
 * @param models by the model
 */
record Agreement(
    long decisions,
    long assigned,
    Judged all,
    List<Judged> categories,
    List<Judged> bins,
    List<Judged> models) {

  private static final String VERDICT = "reviewed_verdict";
  private static final String ACCEPTED = "accepted";
  private static final String CORRECTED = "corrected";
  private static final String ASSIGNED = "assigned";
  private static final String SCORE = "reviewed_model_score";
  private static final String CLAIMED = "claimed";
  private static final String JUDGED = "judged";
  private static final String CATEGORIES = "categories";
  private static final String MODELS = "models";

  /** The lower ends of the bins, in tenths; the first one begins at 0. */
  private static final List<Integer> TENTHS = List.of(0, 5, 6, 7, 8, 9);

  /**
   * Counts, in one request.
   *
   * @throws DocketException if nothing tells a person's tag, or what the model had said
   */
  static Agreement of(SolrCollection collection, CollectionInfo info) {
    String persons =
        Clauses.persons(info)
            .orElseThrow(
                () ->
                    new DocketException(
                        "nothing in this collection tells a person's tag from a model's: set"
                            + " doccat.sourceField, see docs/solr.md"));
    Facets facets =
        Facets.ask(collection, persons, facets())
            .orElseThrow(
                () ->
                    new DocketException(
                        "the collection has no fields for decisions (reviewed_verdict,"
                            + " reviewed_model …); conf/complaints/schema.xml has them"));
    Facets judged = facets.get(JUDGED);
    List<Judged> bins = new ArrayList<>();
    for (int bin = 0; bin < TENTHS.size(); bin++) {
      bins.add(judged(title(bin), judged.get("bin" + bin)));
    }
    return new Agreement(
        facets.count(),
        facets.get(ASSIGNED).count(),
        judged("all", judged),
        each(judged, CATEGORIES),
        bins,
        each(judged, MODELS));
  }

  /** Decisions of other clients, which do not tell what the model had said. */
  long unknown() {
    return decisions - assigned - all.documents();
  }

  /** Categories and bins of which enough were looked at, and in which fewer are right than said. */
  List<Judged> overclaimed() {
    List<Judged> both = new ArrayList<>(bins);
    both.addAll(categories);
    int groups = (int) both.stream().filter(Judged::isEnough).count();
    return both.stream().filter(each -> each.isOverclaimed(groups)).toList();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("decisions", decisions);
    json.put("judged", all.json());
    json.put("assigned", assigned);
    json.put("unknown", unknown());
    json.put("categories", categories.stream().map(Judged::json).toList());
    json.put("bins", bins.stream().map(Judged::json).toList());
    json.put("models", models.stream().map(Judged::json).toList());
    json.put("overclaimed", overclaimed().stream().map(Judged::name).toList());
    return json;
  }

  private static Map<String, Object> facets() {
    Map<String, Object> within = new LinkedHashMap<>(measures());
    within.put(CATEGORIES, Facets.terms("reviewed_model_category", measures()));
    within.put(MODELS, Facets.terms("reviewed_model", measures()));
    for (int bin = 0; bin < TENTHS.size(); bin++) {
      within.put("bin" + bin, Facets.query(SCORE + ":" + range(bin), measures()));
    }
    String either = Clauses.is(VERDICT, ACCEPTED) + " OR " + Clauses.is(VERDICT, CORRECTED);
    Map<String, Object> facets = new LinkedHashMap<>();
    facets.put(JUDGED, Facets.query(either, within));
    facets.put(ASSIGNED, Facets.query(Clauses.is(VERDICT, ASSIGNED), Map.of()));
    return facets;
  }

  private static Map<String, Object> measures() {
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put(ACCEPTED, Facets.query(Clauses.is(VERDICT, ACCEPTED), Map.of()));
    measures.put(CLAIMED, "avg(" + SCORE + ")");
    return measures;
  }

  private static List<Judged> each(Facets judged, String facet) {
    return judged.buckets(facet).stream().map(bucket -> judged(bucket.value(), bucket)).toList();
  }

  private static Judged judged(String name, Facets facets) {
    long accepted = facets.get(ACCEPTED).count();
    return new Judged(name, accepted, facets.count() - accepted, facets.number(CLAIMED));
  }

  /** Without its upper end, but for the last. */
  private static String range(int bin) {
    String from = bin == 0 ? "*" : "0." + TENTHS.get(bin);
    boolean isLast = bin == TENTHS.size() - 1;
    return "[" + from + " TO " + (isLast ? "*]" : "0." + TENTHS.get(bin + 1) + "}");
  }

  private static String title(int bin) {
    return bin == 0
        ? "below 0.5"
        : String.format(
            Locale.ROOT, "%.1f-%.1f", TENTHS.get(bin) / 10.0, (TENTHS.get(bin) + 1) / 10.0);
  }
}
