/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;

/**
 * Writes decisions into the index. Another person's decision stays, and is told; the same decision
 * again changes nothing, so that whoever was interrupted starts again.
 */
public final class Recording {

  private static final int BATCH = 100;
  private static final int MAX_ATTEMPTS = 5;

  private final SolrCollection collection;
  private final CollectionInfo info;
  private final boolean replaces;
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<String> kept = new LinkedHashSet<>();
  private int written;
  private int same;

  /**
   * For a collection.
   *
   * @param replaces whether a decision takes the place of another person's
   */
  public Recording(SolrCollection collection, CollectionInfo info, boolean replaces) {
    this.collection = collection;
    this.info = info;
    this.replaces = replaces;
  }

  /**
   * What came of it.
   *
   * @param written decisions that the index has now and had not
   * @param same that it had
   * @param kept ids of documents of which another person decided otherwise
   * @param unknown ids that the index does not have
   */
  public record Outcome(int written, int same, Set<String> kept, Set<String> unknown) {}

  /**
   * Writes all of them; what is written can be found at once.
   *
   * @param done gets how many more were dealt with
   * @throws org.docket.error.DocketException if Solr does not answer, or refuses
   */
  public Outcome write(List<GivenDecision> decisions, IntConsumer done) {
    for (int start = 0; start < decisions.size(); start += BATCH) {
      List<GivenDecision> batch =
          decisions.subList(start, Math.min(start + BATCH, decisions.size()));
      Map<String, SolrDocument> stored = read(batch.stream().map(GivenDecision::id).toList());
      batch.forEach(decision -> write(decision, stored.get(decision.id())));
      done.accept(batch.size());
    }
    UpdateRequest commit = new UpdateRequest();
    commit.setAction(UpdateRequest.ACTION.COMMIT, true, true, true);
    collection.ask(commit);
    return new Outcome(written, same, kept, unknown);
  }

  private void write(GivenDecision decision, SolrDocument first) {
    SolrDocument document = first;
    for (int attempt = 1; ; attempt++) {
      if (document == null) {
        unknown.add(decision.id());
        return;
      }
      FormerTag stored = new FormerTag(document, info);
      boolean isSame = stored.category().filter(decision.category()::equals).isPresent();
      if (stored.isPersons() && (isSame || !replaces)) {
        same += isSame ? 1 : 0;
        if (!isSame) {
          kept.add(decision.id());
        }
        return;
      }
      try {
        send(decision, stored);
        written++;
        return;
      } catch (SolrException e) {
        if (e.code() != ErrorCode.CONFLICT.code || attempt == MAX_ATTEMPTS) {
          throw collection.refused(e);
        }
        document = read(List.of(decision.id())).get(decision.id());
      }
    }
  }

  private void send(GivenDecision decision, FormerTag stored) {
    try {
      new UpdateRequest().add(DecisionUpdate.of(decision, stored)).process(collection.client());
    } catch (SolrServerException | IOException e) {
      throw collection.gone(e);
    }
  }

  /** The documents by their ids, as they are now, committed or not. */
  private Map<String, SolrDocument> read(List<String> ids) {
    ModifiableSolrParams params = new ModifiableSolrParams();
    ids.forEach(id -> params.add("id", id)); // "ids" would be cut at each comma
    List<String> fields = new ArrayList<>(info.fields().values());
    fields.addAll(ReviewFields.ALL);
    fields.add(info.uniqueKey());
    fields.add(CommonParams.VERSION_FIELD);
    params.set(CommonParams.FL, String.join(",", fields));
    QueryRequest get = new QueryRequest(params, METHOD.POST);
    get.setPath("/get");
    Map<String, SolrDocument> documents = new LinkedHashMap<>();
    NamedList<Object> answer = collection.ask(get);
    if (answer.get("response") instanceof SolrDocumentList list) {
      list.forEach(document -> put(documents, document));
    } else if (answer.get("doc") instanceof SolrDocument document) { // of one id
      put(documents, document);
    }
    return documents;
  }

  private void put(Map<String, SolrDocument> documents, SolrDocument document) {
    documents.put(String.valueOf(document.getFirstValue(info.uniqueKey())), document);
  }
}
