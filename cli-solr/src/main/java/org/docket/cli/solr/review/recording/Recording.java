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
import org.docket.cli.solr.documents.Patience;

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
  private final Patience patience;
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<String> kept = new LinkedHashSet<>();
  private int written;
  private int same;

  /**
   * For a collection.
   *
   * @param replaces whether a decision takes the place of another person's
   * @param patience for a Solr that is busy or away; a decision that is sent twice conflicts with
   *     itself, and is found to be there
   */
  public Recording(
      SolrCollection collection, CollectionInfo info, boolean replaces, Patience patience) {
    this.patience = patience;
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
   * @throws IOException if Solr does not answer for long, or refuses; its message is for people
   */
  public Outcome write(List<GivenDecision> decisions, IntConsumer done) throws IOException {
    try {
      for (int start = 0; start < decisions.size(); start += BATCH) {
        List<GivenDecision> batch =
            decisions.subList(start, Math.min(start + BATCH, decisions.size()));
        Map<String, SolrDocument> stored = read(batch.stream().map(GivenDecision::id).toList());
        for (GivenDecision decision : batch) {
          write(decision, stored.get(decision.id()));
        }
        done.accept(batch.size());
      }
    } catch (SolrException e) {
      throw stopped(new RefusedException(collection.refused(e).getMessage(), e));
    } catch (IOException e) {
      throw stopped(e);
    }
    commit();
    return new Outcome(written, same, kept, unknown);
  }

  private void commit() throws IOException {
    UpdateRequest commit = new UpdateRequest();
    commit.setAction(UpdateRequest.ACTION.COMMIT, true, true, true);
    patience.ask(() -> commit.process(collection.client()));
  }

  /** What is written stays, and whoever was told so can go on. */
  private IOException stopped(IOException failure) {
    if (written > 0 && failure instanceof RefusedException) {
      try {
        commit();
      } catch (IOException | SolrException e) {
        failure.addSuppressed(e);
      }
    }
    String many = written == 1 ? "1 decision is" : written + " decisions are";
    return new IOException(
        failure.getMessage() + ". " + many + " written; the same command again goes on", failure);
  }

  private void write(GivenDecision decision, SolrDocument first) throws IOException {
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
        UpdateRequest update = new UpdateRequest().add(DecisionUpdate.of(decision, stored));
        patience.ask(() -> update.process(collection.client()));
        written++;
        return;
      } catch (SolrException e) {
        if (e.code() != ErrorCode.CONFLICT.code || attempt == MAX_ATTEMPTS) {
          throw new RefusedException(
              "the decision of " + decision.id() + ": " + collection.refused(e).getMessage(), e);
        }
        document = read(List.of(decision.id())).get(decision.id());
      }
    }
  }

  /** Solr would not take a decision. */
  private static final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedException(String message, SolrException cause) {
      super(message, cause);
    }
  }

  /** The documents by their ids, as they are now, committed or not. */
  private Map<String, SolrDocument> read(List<String> ids) throws IOException {
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
    NamedList<Object> answer = patience.ask(() -> collection.client().request(get));
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
