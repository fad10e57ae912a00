/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.SimpleOrderedMap;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.explanation.Contribution;
import org.docket.explanation.Explainer;
import org.docket.explanation.Place;
import org.docket.solr.config.SourceFields;
import org.docket.solr.document.Review;
import org.docket.solr.document.SourceText;
import org.docket.solr.document.Tag;
import org.docket.solr.tagger.Tagger;
import org.docket.solr.update.Tagging;

/** Tells what the model says to a text. */
final class TextAnswer {

  private TextAnswer() {}

  static void write(TextQuery query, SolrQueryRequest request, SolrQueryResponse response) {
    Tagger tagger = TaggerChoice.choose(request.getCore(), query.tagger()).tagger();
    Tagging tagging = tagger.tagging(request);
    SourceText text = asRead(query.text(), tagging);
    Categorization answer = tagging.categorizer().categorize(text.text());
    Tag tag = tagging.policy().of(answer, text.cut());
    response.add("abstained", answer.abstains());
    if (!answer.abstains()) {
      response.add("best", category(answer.best()));
    }
    response.add("categories", categories(answer.top(query.maxCount())));
    tag.review().map(Review::value).ifPresent(reason -> response.add("review", reason));
    response.add("tag", TagEntry.of(tag, tagging));
    response.add("tokens", answer.tokens());
    response.add("knownTokens", answer.knownTokens());
    response.add("truncated", text.cut() || answer.truncated());
    if (query.explain()) {
      response.add("explanation", explanation(text.text(), answer, tagging));
    }
    response.add("model", ModelEntry.of(tagger.model()));
  }

  /** The text as it would be read from a document. */
  private static SourceText asRead(String text, Tagging tagging) {
    return SourceText.of(
        new SolrInputDocument(TextQuery.TEXT, text),
        SourceFields.of(TextQuery.TEXT),
        tagging.config().maxChars());
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

  private static List<SimpleOrderedMap<Object>> explanation(
      String text, Categorization answer, Tagging tagging) {
    return new Explainer(tagging.categorizer())
        .explain(text, answer).contributions().stream().map(TextAnswer::contribution).toList();
  }

  private static SimpleOrderedMap<Object> contribution(Contribution part) {
    SimpleOrderedMap<Object> contribution = new SimpleOrderedMap<>();
    contribution.add("text", part.text());
    contribution.add("weight", part.weight());
    contribution.add("places", part.places().stream().map(TextAnswer::place).toList());
    return contribution;
  }

  private static SimpleOrderedMap<Object> place(Place part) {
    SimpleOrderedMap<Object> place = new SimpleOrderedMap<>();
    place.add("start", part.start());
    place.add("end", part.end());
    return place;
  }
}
