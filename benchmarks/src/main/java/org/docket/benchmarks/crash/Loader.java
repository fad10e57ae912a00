/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Adds documents until Solr is no longer there, and remembers which ones Solr acknowledged. */
final class Loader {

  private static final int MAX_BATCH = 100;
  private static final long PAUSE_MILLIS = 10;

  private final String name;
  private final List<String> texts;
  private final SolrCore solr;
  private final SplittableRandom random;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private int documents;

  /**
   * Begins to add.
   *
   * @param name unique among all loaders, for the ids begin with it
   */
  Loader(String name, List<String> texts, SolrCore solr, SplittableRandom random) {
    this.name = name;
    this.texts = texts;
    this.solr = solr;
    this.random = random;
    this.thread = new Thread(this::run, "loader-" + name);
    thread.start();
  }

  /** The ids that Solr said it has. */
  Queue<String> acknowledged() {
    return acknowledged;
  }

  /** Waits until the first documents are acknowledged, or the loader has given up. */
  void awaitFirst() throws InterruptedException {
    while (acknowledged.isEmpty() && thread.isAlive()) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  void join() throws InterruptedException {
    thread.join();
  }

  private void run() {
    try {
      while (true) {
        List<Complaint> batch = batch(1 + random.nextInt(MAX_BATCH));
        solr.add(batch);
        batch.forEach(document -> acknowledged.add(document.id()));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      // Solr was killed: this batch is not acknowledged.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Complaint> batch(int size) {
    List<Complaint> batch = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int text = random.nextInt(texts.size());
      batch.add(new Complaint(name + "-" + documents++ + "-" + text, texts.get(text)));
    }
    return batch;
  }
}
