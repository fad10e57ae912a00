/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.List;
import org.apache.solr.common.util.SimpleOrderedMap;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.metrics.ModelInfo;
import org.docket.solr.tagger.Tagger;

/** Answers a query. */
public final class TextAnswer {

  private TextAnswer() {}

  /**
   * Writes into the response what the model says to the text.
   *
   * @throws DocketException if no tagger of the core is meant, or several are
   */
  public static void write(TextQuery query, SolrQueryRequest request, SolrQueryResponse response) {
    Tagger tagger = TaggerChoice.choose(request.getCore(), query);
    DoccatConfig config = tagger.config(request);
    Categorization answer = tagger.categorizer().categorize(query.text());
    response.add("abstained", answer.abstains());
    response.add("categories", categories(answer.top(query.maxCount())));
    response.add("tokens", answer.tokens());
    response.add("knownTokens", answer.knownTokens());
    response.add("truncated", answer.truncated());
    response.add("model", model(tagger.model()));
  }

  private static List<SimpleOrderedMap<Object>> categories(List<ScoredCategory> scored) {
    return scored.stream().map(TextAnswer::category).toList();
  }

  private static SimpleOrderedMap<Object> category(ScoredCategory scored) {
    SimpleOrderedMap<Object> category = new SimpleOrderedMap<>();
    category.add("category", scored.category());
    category.add("probability", scored.probability());
    return category;
  }

  private static SimpleOrderedMap<Object> model(ModelInfo info) {
    SimpleOrderedMap<Object> model = new SimpleOrderedMap<>();
    model.add("name", info.name());
    model.add("sha256", info.sha256());
    model.add("kernel", info.kernel());
    return model;
  }
}
