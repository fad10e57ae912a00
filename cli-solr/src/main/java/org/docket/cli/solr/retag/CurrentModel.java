/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.Json;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Patience;
import org.docket.cli.solr.documents.StoredTag;

/** The model in service, asked through the plugin. Safe for use by many threads. */
final class CurrentModel {

  private static final long MOST_CHARS = 16_000_000;
  private static final String JSON = "application/json";

  private final SolrCollection collection;
  private final CollectionInfo info;
  private final Patience patience;

  CurrentModel(SolrCollection collection, CollectionInfo info, Patience patience) {
    this.collection = collection;
    this.info = info;
    this.patience = patience;
  }

  /**
   * What documents would be tagged with, in their order.
   *
   * @throws ModelChangedException if it is another model than at the beginning
   * @throws IOException if Solr does not answer
   */
  List<Prediction> predict(List<Candidate> documents) throws IOException {
    List<Prediction> all = new ArrayList<>(documents.size());
    int from = 0;
    long chars = 0;
    for (int i = 0; i < documents.size(); i++) {
      chars += documents.get(i).chars();
      if (chars > MOST_CHARS && i > from) {
        all.addAll(ask(documents.subList(from, i)));
        from = i;
        chars = documents.get(i).chars();
      }
    }
    if (from < documents.size()) {
      all.addAll(ask(documents.subList(from, documents.size())));
    }
    return all;
  }

  /**
   * Checks that it is the model of the beginning.
   *
   * @throws ModelChangedException if it is another
   * @throws IOException if Solr does not answer
   */
  void requireSame() throws IOException {
    ModifiableSolrParams params = new ModifiableSolrParams().set("info", true);
    requireSame(send(new GenericSolrRequest(SolrRequest.METHOD.GET, "/doccat", params)));
  }

  /** A request that Solr refuses is made again in halves, to find the document that it is about. */
  private List<Prediction> ask(List<Candidate> documents) throws IOException {
    try {
      return answers(send(request(documents)));
    } catch (SolrException e) {
      String reason = collection.refused(e).getMessage();
      if (documents.size() == 1) {
        return List.of(Prediction.failed(reason));
      }
      List<Prediction> all = new ArrayList<>(ask(documents.subList(0, documents.size() / 2)));
      if (all.stream().allMatch(each -> each.failure().isPresent()) && all.size() > 1) {
        throw collection.refused(e); // it is about none of them
      }
      all.addAll(ask(documents.subList(documents.size() / 2, documents.size())));
      return all;
    }
  }

  private GenericSolrRequest request(List<Candidate> documents) {
    List<Map<String, Object>> sent = documents.stream().map(CurrentModel::json).toList();
    byte[] body = Json.line(Map.of("documents", sent)).getBytes(StandardCharsets.UTF_8);
    GenericSolrRequest request = new GenericSolrRequest(SolrRequest.METHOD.POST, "/doccat");
    request.withContent(body, JSON);
    return request;
  }

  private static Map<String, Object> json(Candidate document) {
    Map<String, Object> json = new LinkedHashMap<>();
    document.sources().forEach((field, value) -> json.put(field, json(value)));
    return json;
  }

  private static Object json(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().map(CurrentModel::json).toList();
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  private List<Prediction> answers(NamedList<Object> answer) throws IOException {
    requireSame(answer);
    List<Prediction> predictions = new ArrayList<>();
    for (Object tag : (List<?>) answer.get("tags")) {
      predictions.add(prediction(tag));
    }
    return predictions;
  }

  private Prediction prediction(Object tag) {
    Function<String, Object> value =
        tag instanceof NamedList<?> fields ? fields::get : ((Map<?, ?>) tag)::get;
    boolean isEmpty =
        tag instanceof NamedList<?> fields ? fields.size() == 0 : ((Map<?, ?>) tag).isEmpty();
    return isEmpty ? Prediction.NO_TEXT : Prediction.of(StoredTag.of(info, value));
  }

  private void requireSame(NamedList<Object> answer) throws ModelChangedException {
    NamedList<?> model = (NamedList<?>) answer.get("model");
    if (!info.model().sha256().equals(model.get("sha256"))) {
      String now = Objects.toString(model.get("tag"), Objects.toString(model.get("sha256")));
      throw new ModelChangedException(info.model().tag(), now);
    }
  }

  private NamedList<Object> send(GenericSolrRequest request) throws IOException {
    return patience.ask(() -> collection.client().request(request.setRequiresCollection(true)));
  }
}
