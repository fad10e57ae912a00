/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.solr.common.SolrException;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Patience;
import org.docket.error.DocketException;

/** Tags pages of documents anew, some batches at a time. For one thread; close it at the end. */
final class Retagging implements AutoCloseable {

  private static final int THREADS = 4;
  private static final int MOST_DOCUMENTS = 50;
  private static final long MOST_CHARS = 2_000_000;

  private final SolrCollection collection;
  private final Scope scope;
  private final CurrentModel model;
  private final Patience patience;
  private final Outcome outcome = new Outcome();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "retag");
            thread.setDaemon(true);
            return thread;
          });

  Retagging(SolrCollection collection, Scope scope, CurrentModel model, Patience patience) {
    this.collection = collection;
    this.scope = scope;
    this.model = model;
    this.patience = patience;
  }

  /** What has become of all documents so far. */
  Outcome outcome() {
    return outcome;
  }

  /**
   * Tags a page, all of it.
   *
   * @throws IOException if Solr does not answer any more, or the model has changed
   */
  void tag(List<Candidate> page) throws IOException {
    model.requireSame();
    List<Candidate> documents = new ArrayList<>();
    for (Candidate document : page) {
      if (document.isPersons(scope.info())) {
        outcome.person();
      } else if (!document.hasText()) {
        outcome.withoutText();
      } else {
        documents.add(document);
      }
    }
    List<Batch> batches = new ArrayList<>();
    List<Callable<Void>> tasks = new ArrayList<>();
    for (List<Candidate> each : batches(documents)) {
      Batch batch = new Batch(collection, scope, model, patience);
      batches.add(batch);
      tasks.add(
          () -> {
            batch.tag(each);
            return null;
          });
    }
    try {
      run(tasks);
    } finally {
      batches.forEach(batch -> outcome.add(batch.outcome()));
    }
    requireTags();
  }

  /** All are waited for, whatever one of them met: what is done is known then. */
  private void run(List<Callable<Void>> tasks) throws IOException {
    try {
      IOException failure = null;
      for (Future<Void> each : threads.invokeAll(tasks)) {
        try {
          each.get();
        } catch (ExecutionException e) {
          failure = failure(e.getCause());
        }
      }
      if (failure != null) {
        throw failure;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private IOException failure(Throwable cause) {
    if (cause instanceof IOException failure) {
      return failure;
    }
    if (cause instanceof SolrException refusal) {
      throw collection.refused(refusal);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }

  /** Where not even one document was tagged, the next million will not be. */
  private void requireTags() {
    if (outcome.retagged() == 0
        && outcome.busyDocuments() > 0
        && outcome.unchangedDocuments() == 0) {
      throw new DocketException(
          "Solr took updates of "
              + outcome.busyDocuments()
              + " documents, and the plugin tagged none of them: does "
              + collection.name()
              + "/update use its chain, with doccat on? see docs/solr.md, What is wrong");
    }
  }

  private static List<List<Candidate>> batches(List<Candidate> documents) {
    List<List<Candidate>> batches = new ArrayList<>();
    List<Candidate> batch = new ArrayList<>();
    long chars = 0;
    for (Candidate document : documents) {
      chars += document.chars();
      if (batch.size() == MOST_DOCUMENTS || chars > MOST_CHARS && !batch.isEmpty()) {
        batches.add(batch);
        batch = new ArrayList<>();
        chars = document.chars();
      }
      batch.add(document);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
