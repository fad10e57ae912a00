/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.UpdateParams;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Patience;
import org.docket.cli.solr.documents.StoredTag;

/**
 * Has some documents tagged anew: by updates that set a source field again, so that the plugin tags
 * under its own guard, each with the version that was read.
 *
 * <p>What came of it is read back from Solr. Whatever the reason was that a document has not got
 * its tag (somebody else changed it, an answer was lost), it goes again as it is now, unless it is
 * a person's by then; so nothing is lost, and nothing done twice. For one thread.
 */
final class Batch {

  private static final int MOST_ROUNDS = 8;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SolrCollection collection;
  private final Scope scope;
  private final CollectionInfo info;
  private final CurrentModel model;
  private final Patience patience;
  private final Outcome outcome = new Outcome();
  private final Map<String, Candidate> first = new HashMap<>();

  Batch(SolrCollection collection, Scope scope, CurrentModel model, Patience patience) {
    this.collection = collection;
    this.scope = scope;
    this.info = scope.info();
    this.model = model;
    this.patience = patience;
  }

  /**
   * Tags documents that are no person's and have text.
   *
   * @throws IOException if Solr does not answer any more, or the model has changed
   */
  void tag(List<Candidate> documents) throws IOException {
    documents.forEach(document -> first.put(document.name(), document));
    List<Candidate> pending = documents;
    for (int round = 0; !pending.isEmpty() && round < MOST_ROUNDS; round++) {
      if (round > 0) {
        Patience.sleep(PAUSE.multipliedBy(1L << round));
        model.requireSame();
      }
      pending = round(pending);
    }
    outcome.busy(pending.size());
  }

  /** What has become of them so far. */
  Outcome outcome() {
    return outcome;
  }

  private List<Candidate> round(List<Candidate> documents) throws IOException {
    Map<String, StoredTag> wanted = scope.compares() ? compare(documents) : Map.of();
    List<Candidate> sent =
        scope.compares()
            ? documents.stream().filter(each -> wanted.containsKey(each.name())).toList()
            : documents;
    return sent.isEmpty() ? List.of() : send(sent, wanted);
  }

  /** What those of the documents would get whose tag would change. */
  private Map<String, StoredTag> compare(List<Candidate> documents) throws IOException {
    Map<String, StoredTag> wanted = new HashMap<>();
    List<Prediction> predictions = model.predict(documents);
    for (int i = 0; i < documents.size(); i++) {
      Candidate document = documents.get(i);
      Prediction prediction = predictions.get(i);
      if (prediction.failure().isPresent()) {
        outcome.failed(document, prediction.failure().get());
      } else if (prediction.tag().isEmpty()) {
        outcome.withoutText();
      } else if (Survey.isDone(document.tag(), prediction.tag().get())) {
        outcome.unchanged();
      } else {
        wanted.put(document.name(), prediction.tag().get());
      }
    }
    return wanted;
  }

  /** Sends updates and returns the documents, as they are now, that have to go again. */
  private List<Candidate> send(List<Candidate> documents, Map<String, StoredTag> wanted)
      throws IOException {
    try {
      UpdateRequest update = update(documents);
      patience.ask(() -> collection.client().request(update));
    } catch (SolrException e) {
      if (e.code() != SolrException.ErrorCode.CONFLICT.code) {
        return refused(documents, wanted, e);
      }
    }
    return settle(documents, wanted);
  }

  /** One document that Solr does not take ends the request: those behind it are not in. */
  private List<Candidate> refused(
      List<Candidate> documents, Map<String, StoredTag> wanted, SolrException e)
      throws IOException {
    List<Candidate> left = settle(documents, wanted);
    if (documents.size() == 1) {
      left.forEach(each -> outcome.failed(each, collection.refused(e).getMessage()));
      return List.of();
    }
    List<Candidate> again = new ArrayList<>();
    for (Candidate each : left) {
      again.addAll(send(List.of(each), wanted));
    }
    return again;
  }

  private UpdateRequest update(List<Candidate> documents) {
    UpdateRequest update = new UpdateRequest();
    documents.forEach(document -> update.add(document(document)));
    // A conflict is seen when the document is read back, and must not keep others out.
    update.setParam(CommonParams.FAIL_ON_VERSION_CONFLICTS, "false");
    info.chain().ifPresent(chain -> update.setParam(UpdateParams.UPDATE_CHAIN, chain));
    return update;
  }

  private SolrInputDocument document(Candidate document) {
    SolrInputDocument update = new SolrInputDocument();
    update.setField(info.uniqueKey(), document.id());
    update.setField(CommonParams.VERSION_FIELD, document.version());
    Map.Entry<String, Object> source = document.sources().entrySet().iterator().next();
    update.setField(
        source.getKey(), new LinkedHashMap<>(Collections.singletonMap("set", source.getValue())));
    return update;
  }

  private List<Candidate> settle(List<Candidate> documents, Map<String, StoredTag> wanted)
      throws IOException {
    Map<String, Candidate> now = new RealTime(collection, scope, patience).read(documents);
    List<Candidate> again = new ArrayList<>();
    for (Candidate before : documents) {
      Optional<Candidate> read = Optional.ofNullable(now.get(before.name()));
      if (read.isEmpty()) {
        outcome.gone();
      } else if (read.get().isPersons(info)) {
        outcome.person();
      } else if (isDone(before, read.get(), wanted)) {
        outcome.retagged(first.get(before.name()), read.get());
      } else if (read.get().hasText()) {
        again.add(read.get());
      } else {
        outcome.withoutText();
      }
    }
    return again;
  }

  private boolean isDone(Candidate before, Candidate now, Map<String, StoredTag> wanted) {
    if (!scope.compares()) {
      return now.tag().model().filter(info.model().tag()::equals).isPresent();
    }
    return now.sources().equals(before.sources())
        && Survey.isDone(now.tag(), wanted.get(before.name()));
  }
}
