/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.List;
import java.util.Optional;
import org.apache.solr.common.util.SimpleOrderedMap;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.TagFields;
import org.docket.solr.tagger.Tagger;
import org.docket.solr.tagger.Taggers;

/** Tells what a tagger does, for clients that would else have to be told. */
final class InfoAnswer {

  private InfoAnswer() {}

  static void write(InfoQuery query, SolrQueryRequest request, SolrQueryResponse response) {
    Taggers.Placed placed = TaggerChoice.choose(request.getCore(), query.tagger());
    Tagger tagger = placed.tagger();
    DoccatConfig config = tagger.tagging(request).config();
    response.add("fields", fields(config));
    response.add("uniqueKey", uniqueKey(request));
    placed.chain().ifPresent(name -> response.add("chain", name));
    response.add("threshold", config.threshold());
    config.fallback().ifPresent(category -> response.add("fallback", category));
    response.add("categories", categories(tagger, config));
    response.add("model", ModelEntry.withLocation(tagger));
  }

  /** Null, as JSON has it, where a schema has none. */
  private static String uniqueKey(SolrQueryRequest request) {
    return Optional.ofNullable(request.getSchema().getUniqueKeyField())
        .map(field -> field.getName())
        .orElse(null);
  }

  private static SimpleOrderedMap<Object> fields(DoccatConfig config) {
    TagFields fields = config.fields();
    SimpleOrderedMap<Object> named = new SimpleOrderedMap<>();
    named.add("sources", config.sources().patterns());
    named.add("category", fields.category());
    fields.score().ifPresent(field -> named.add("score", field));
    fields.categories().ifPresent(field -> named.add("categories", field));
    fields.scores().ifPresent(field -> named.add("scores", field));
    fields.source().ifPresent(field -> named.add("source", field));
    fields.model().ifPresent(field -> named.add("model", field));
    fields.review().ifPresent(field -> named.add("review", field));
    fields.failure().ifPresent(field -> named.add("failure", field));
    config.history().ifPresent(field -> named.add("history", field));
    return named;
  }

  private static List<String> categories(Tagger tagger, DoccatConfig config) {
    return tagger.model().categories().stream()
        .map(config.labels()::name)
        .filter(config.labels()::allows)
        .distinct()
        .sorted()
        .toList();
  }
}
