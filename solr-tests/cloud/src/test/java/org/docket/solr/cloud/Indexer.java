/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;

/**
 * Indexes until it is told to stop, as a careful client does: what was not acknowledged is sent
 * again, through the next of its clients.
 */
final class Indexer implements AutoCloseable {

  private static final int BATCH = 10;
  private static final long PAUSE_MILLIS = 50;

  private final String name;
  private final String collection;
  private final List<SolrClient> clients;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final Thread thread;
  private volatile boolean stopped;

  Indexer(String name, String collection, List<SolrClient> clients) {
    this.name = name;
    this.collection = collection;
    this.clients = clients;
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

  /** Stops when the last batch has been acknowledged. */
  Indexer stop() {
    close();
    return this;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int way = 0;
    for (int batch = 0; !stopped; batch++) {
      List<SolrInputDocument> documents = Complaints.some(name + "-" + batch + "-", BATCH);
      while (!sent(clients.get(way % clients.size()), documents)) {
        way++;
      }
      documents.forEach(d -> acknowledged.add(d.getFieldValue("complaint_id").toString()));
    }
  }

  private boolean sent(SolrClient client, List<SolrInputDocument> documents) {
    try {
      client.add(collection, documents.stream().map(SolrInputDocument::deepCopy).toList());
      return true;
    } catch (SolrServerException | IOException | SolrException e) {
      failures.incrementAndGet();
      return !paused();
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
