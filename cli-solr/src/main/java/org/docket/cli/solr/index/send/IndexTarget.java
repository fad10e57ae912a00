/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest.ACTION;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.UpdateParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.index.fields.IndexDocument;

/** What is asked of Solr for a batch. Safe for use by many threads. */
public final class IndexTarget {

  /** As the leader of a shard and every standalone Solr understand it. */
  private static final long MUST_NOT_EXIST = -1;

  private final SolrClient client;
  private final SolrCollection collection;
  private final String uniqueKey;
  private final Predicate<String> sources;
  private final Map<String, String> parameters;

  /**
   * A target.
   *
   * @param sources whether a field is one that the text is made of
   * @param parameters of each update
   */
  public IndexTarget(
      SolrCollection collection,
      String uniqueKey,
      Predicate<String> sources,
      Map<String, String> parameters) {
    this.collection = collection;
    this.client = collection.client();
    this.uniqueKey = uniqueKey;
    this.sources = sources;
    this.parameters = Map.copyOf(parameters);
  }

  /** Which of these ids the collection has, committed or not. */
  public Set<String> existing(Collection<String> ids) throws SolrServerException, IOException {
    ModifiableSolrParams params = new ModifiableSolrParams().set("fl", uniqueKey);
    ids.forEach(id -> params.add("id", id));
    GenericSolrRequest get = new GenericSolrRequest(SolrRequest.METHOD.POST, "/get", params);
    get.setRequiresCollection(true);
    NamedList<Object> answer = client.request(get);
    Set<String> existing = new TreeSet<>();
    add(existing, answer.get("doc"));
    if (answer.get("response") instanceof Iterable<?> documents) {
      documents.forEach(document -> add(existing, document));
    }
    return existing;
  }

  /**
   * What Solr says of an update that it took.
   *
   * @param errors what it did not take though it took others, by id
   * @param isGuarded whether it told the versions that it gave, so that it keeps to those which
   *     documents ask for
   */
  record Answer(Map<String, String> errors, boolean isGuarded) {}

  /**
   * Sends documents: those that exist as partial updates, so that what people decided and others
   * wrote stays; new ones whole, unless they are there already.
   *
   * @param asks for the versions
   */
  Answer update(List<IndexDocument> documents, Set<String> existing, boolean asks)
      throws SolrServerException, IOException {
    UpdateRequest update = new UpdateRequest();
    parameters.forEach(update::setParam);
    // Else it would drop a document that is there already, and say nothing.
    update.setParam(CommonParams.FAIL_ON_VERSION_CONFLICTS, "true");
    if (asks) {
      update.setParam(UpdateParams.VERSIONS, "true");
    }
    for (IndexDocument document : documents) {
      if (!existing.contains(document.id())) {
        update.add(Documents.whole(uniqueKey, document, MUST_NOT_EXIST));
      } else if (!document.fields().isEmpty()) {
        update.add(Documents.partial(uniqueKey, document, sources));
      }
    }
    if (update.getDocumentsMap() == null) {
      return new Answer(Map.of(), false);
    }
    NamedList<Object> answer = client.request(update);
    return new Answer(errors(answer), isGuarded(answer));
  }

  /** Makes what was sent safe on the disk, and findable. */
  public void commit() throws SolrServerException, IOException {
    UpdateRequest commit = new UpdateRequest();
    commit.setAction(ACTION.COMMIT, true, true);
    client.request(commit);
  }

  /** The collection, for messages. */
  SolrCollection collection() {
    return collection;
  }

  private void add(Set<String> existing, Object document) {
    if (document instanceof SolrDocument found) {
      existing.add(Objects.toString(found.getFirstValue(uniqueKey)));
    }
  }

  /** What a tolerant chain says of single documents. */
  private static Map<String, String> errors(NamedList<Object> answer) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (answer.get("responseHeader") instanceof NamedList<?> header
        && header.get("errors") instanceof List<?> list) {
      for (Object error : list) {
        errors.put(text(error, "id"), text(error, "message"));
      }
    }
    return errors;
  }

  /** Without an update log, and where the leader is another node, the versions are 0. */
  private static boolean isGuarded(NamedList<Object> answer) {
    return answer.get("adds") instanceof NamedList<?> adds
        && adds.size() > 0
        && IntStream.range(0, adds.size())
            .allMatch(i -> adds.getVal(i) instanceof Number version && version.longValue() > 0);
  }

  private static String text(Object error, String key) {
    Object value =
        error instanceof NamedList<?> list
            ? list.get(key)
            : error instanceof Map<?, ?> map ? map.get(key) : null;
    return Objects.toString(value, "");
  }

  /** For a Solr that answers with failures of its own kind. */
  static boolean isConflict(String message) {
    return message.contains("version conflict");
  }

  /** Whether it is about this document. */
  static boolean isConflictOf(String id, String message) {
    return message.contains("version conflict for " + id + " expected=");
  }

  /** The failure of a request that has no remedy. */
  static SolrException hopeless(Trouble trouble) {
    return new SolrException(SolrException.ErrorCode.FORBIDDEN, trouble.reason());
  }
}
