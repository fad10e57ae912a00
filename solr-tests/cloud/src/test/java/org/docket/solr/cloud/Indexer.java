/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;

/**
 * Indexes until it is told to stop, as a careful client does: what was not acknowledged is sent
 * again.
 */
final class Indexer implements AutoCloseable {

  private static final long PAUSE_MILLIS = 20;

  /** Where documents go. */
  interface Target {

    /** Returns when they are acknowledged. */
    void add(List<SolrInputDocument> documents) throws SolrServerException, IOException;
  }

  private final String name;
  private final int batchSize;
  private final Target target;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final Thread thread;
  private volatile boolean stopped;

  Indexer(String name, int batchSize, Target target) {
    this.name = name;
    this.batchSize = batchSize;
    this.target = target;
    this.thread = new Thread(this::run, "indexer-" + name);
    thread.start();
  }

  /** The ids of the documents that the cluster said it has. */
  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** How many requests failed, and were sent again. */
  int failures() {
    return failures.get();
  }

  /** Waits until so many more documents are acknowledged. */
  void waitForMore(int documents) throws InterruptedException {
    int wanted = acknowledged.size() + documents;
    while (acknowledged.size() < wanted && thread.isAlive()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  @Override
  public void close() {
    finish();
  }

  /** Returns when the last batch has been acknowledged. */
  void finish() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The documents of a batch belong to the same shard: what stands before the ! says which. */
  private void run() {
    for (int batch = 0; !stopped && paused(); batch++) {
      List<SolrInputDocument> documents = Complaints.some(name + batch + "!", batchSize);
      while (!sent(documents) && paused()) {
        failures.incrementAndGet();
      }
      documents.forEach(d -> acknowledged.add(d.getFieldValue("complaint_id").toString()));
    }
  }

  private boolean sent(List<SolrInputDocument> documents) {
    try {
      target.add(documents.stream().map(SolrInputDocument::deepCopy).toList());
      return true;
    } catch (SolrServerException | IOException | SolrException e) {
      return false;
    }
  }

  /** Whether to go on. */
  private static boolean paused() {
    try {
      Thread.sleep(PAUSE_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
