/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.cli.Preview;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Clauses;
import org.docket.cli.solr.documents.Sources;
import org.docket.cli.solr.documents.StoredTag;

/**
 * What waits for people, and what they have done.
 *
 * @param documents in the collection
 * @param undecided those with a tag that nobody has looked at
 * @param waiting those that somebody should look at, by the reason
 * @param untagged those without any category
 * @param decided those that people decided
 * @param reviewers how many each of them decided; empty if nothing tells
 * @param verdicts how many were accepted, corrected, assigned
 * @param doubtful the least certain tags, the least certain first
 */
record Queue(
    long documents,
    long undecided,
    Map<String, Long> waiting,
    long untagged,
    long decided,
    Map<String, Long> reviewers,
    Map<String, Long> verdicts,
    List<Doubtful> doubtful) {

  private static final int PREVIEW = 200;

  /**
   * A tag that is not certain.
   *
   * @param id of the document
   * @param score its probability
   * @param text how the document begins
   */
  record Doubtful(String id, String category, double score, Optional<String> review, String text) {

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", id);
      json.put("category", category);
      json.put("score", score);
      json.put("review", review.orElse(null));
      json.put("text", text);
      return json;
    }
  }

  /**
   * Asks Solr.
   *
   * @param most how many doubtful tags
   */
  static Queue of(SolrCollection collection, CollectionInfo info, int most) {
    Optional<Facets> whole = Facets.ask(collection, "*:*", facets(info, true));
    Facets facets =
        whole.orElseGet(() -> Facets.ask(collection, "*:*", facets(info, false)).orElseThrow());
    Facets people = facets.get("people");
    return new Queue(
        facets.count(),
        facets.get("undecided").count(),
        facets.get("models").counts("reasons"),
        facets.get("untagged").count(),
        people.count(),
        people.counts("reviewers"),
        people.counts("verdicts"),
        doubtful(collection, info, most));
  }

  /**
   * What to count.
   *
   * @param reviewed whether also who decided, and how: not every schema has fields for it
   */
  private static Map<String, Object> facets(CollectionInfo info, boolean reviewed) {
    Map<String, Object> facets = new LinkedHashMap<>();
    Map<String, Object> reasons = new LinkedHashMap<>();
    info.field("review").ifPresent(field -> reasons.put("reasons", Facets.terms(field, Map.of())));
    Optional<String> persons = Clauses.persons(info);
    facets.put("models", Facets.query(persons.map(Clauses::not).orElse("*:*"), reasons));
    facets.put("untagged", Facets.query(Clauses.not(Clauses.has(info.category())), Map.of()));
    facets.put("undecided", Facets.query(undecided(info), Map.of()));
    Map<String, Object> people = new LinkedHashMap<>();
    if (reviewed) {
      people.put("reviewers", Facets.terms(Decision.BY, Map.of()));
      people.put("verdicts", Facets.terms("reviewed_verdict", Map.of()));
    }
    persons.ifPresent(filter -> facets.put("people", Facets.query(filter, people)));
    return facets;
  }

  private static String undecided(CollectionInfo info) {
    String tagged = "+" + Clauses.has(info.category());
    return Clauses.persons(info).map(filter -> tagged + " -(" + filter + ")").orElse(tagged);
  }

  private static List<Doubtful> doubtful(SolrCollection collection, CollectionInfo info, int most) {
    Optional<String> score = info.field("score");
    if (score.isEmpty() || most == 0) {
      return List.of();
    }
    List<String> fields = new ArrayList<>(List.of(info.uniqueKey()));
    fields.addAll(info.sources());
    fields.addAll(StoredTag.fields(info));
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(CommonParams.Q, "*:*").set("defType", "lucene").set(CommonParams.ROWS, most);
    params.set(CommonParams.FQ, undecided(info), Clauses.has(score.get()));
    params.set(CommonParams.SORT, score.get() + " asc," + info.uniqueKey() + " asc");
    params.set(CommonParams.FL, String.join(",", fields));
    params.set("facet", false).set("hl", false).set("group", false);
    return ((SolrDocumentList) collection.select(params).get("response"))
        .stream().map(document -> doubtful(document, info)).toList();
  }

  private static Doubtful doubtful(SolrDocument document, CollectionInfo info) {
    StoredTag tag = StoredTag.of(info, document::getFieldValue);
    return new Doubtful(
        String.valueOf(document.getFirstValue(info.uniqueKey())),
        tag.category().orElse(""),
        tag.score().orElse(Double.NaN),
        tag.review(),
        Preview.of(new Sources(info.sources()).text(document), PREVIEW));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("documents", documents);
    json.put("undecided", undecided);
    json.put("waiting", waiting);
    json.put("untagged", untagged);
    json.put("decided", decided);
    json.put("reviewers", reviewers);
    json.put("verdicts", verdicts);
    json.put("leastCertain", doubtful.stream().map(Doubtful::json).toList());
    return json;
  }
}
