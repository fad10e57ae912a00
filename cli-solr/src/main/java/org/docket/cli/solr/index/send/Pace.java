/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many clients send at once, and how many documents each: as many as help. Safe for use by many
 * threads.
 *
 * <p>Batches grow while their answers come within seconds: the plugin reads many texts at once
 * faster than one by one. The number of clients climbs the hill of the throughput: one more, and if
 * a while later that was not worth it, one less again; after a Solr that has too much to do, half
 * of them. What goes up by one and down by half shares a server fairly with others who do so too
 * (Chiu and Jain 1989).
 */
public final class Pace {

  /** The first batches. */
  static final int FIRST_DOCUMENTS = 32;

  private static final int MOST_DOCUMENTS = 500;
  private static final long SOON = TimeUnit.SECONDS.toNanos(3);
  private static final long LATE = TimeUnit.SECONDS.toNanos(15);

  /** Characters of a batch, as long as no server finds that too large. */
  private static final int MOST_LETTERS = 2_000_000;

  private static final int LEAST_LETTERS = 1_000;

  /** So long is looked before more clients are judged. */
  private static final long LOOK = TimeUnit.SECONDS.toNanos(5);

  /** So much more must come of a client more. */
  private static final double WORTH = 1.1;

  /** So many looks nothing is tried after something did not help; doubled each time, to a limit. */
  private static final int REST = 3;

  private static final int LONGEST_REST = 40;

  private final int mostClients;
  private final LongSupplier clock;

  private int clients = 1;
  private int mostUsed = 1;
  private int documents = FIRST_DOCUMENTS;
  private int mostDocuments = MOST_DOCUMENTS;
  private int letters = MOST_LETTERS;

  private long lookSince = -1;
  private long lookDocuments;
  private int lookBatches;
  private double rateBefore;
  private boolean trying;
  private int rest;
  private int nextRest = REST;

  /** Begins with one client. */
  public Pace(int mostClients) {
    this(mostClients, System::nanoTime);
  }

  Pace(int mostClients, LongSupplier clock) {
    this.mostClients = mostClients;
    this.clock = clock;
  }

  /** How many may send at once. */
  public synchronized int clients() {
    return clients;
  }

  /** The most that ever were. */
  public synchronized int mostUsed() {
    return mostUsed;
  }

  /** How many documents the next batch has. */
  public synchronized int documents() {
    return documents;
  }

  /** How many characters the next batch has, unless a document alone has more. */
  public synchronized int letters() {
    return letters;
  }

  /** Solr took a batch. */
  synchronized void answered(int count, long nanos) {
    if (nanos < SOON && count >= documents) {
      documents = Math.min(mostDocuments, documents * 2);
    } else if (nanos > LATE && documents > FIRST_DOCUMENTS) {
      documents = Math.max(FIRST_DOCUMENTS, documents / 2);
    }
    long now = clock.getAsLong();
    if (lookSince < 0) {
      lookSince = now - nanos;
    }
    lookDocuments += count;
    lookBatches++;
    if (now - lookSince >= LOOK && lookBatches >= 3 * clients) {
      judge(lookDocuments / ((now - lookSince) / 1e9));
    }
  }

  /** Solr had too much to do, or did not answer. */
  synchronized void pushedBack() {
    clients = Math.max(1, clients / 2);
    documents = Math.max(Math.min(documents, FIRST_DOCUMENTS), documents / 2);
    trying = false;
    rest = REST;
    rateBefore = 0;
    look();
  }

  /** A batch was too large for a server. */
  synchronized void tooLarge(int count, int size) {
    mostDocuments = Math.max(1, Math.min(mostDocuments, count / 2));
    documents = Math.min(documents, mostDocuments);
    letters = Math.max(LEAST_LETTERS, Math.min(letters, size / 2));
  }

  private void judge(double rate) {
    if (trying && rate < rateBefore * WORTH) {
      clients = Math.max(1, clients - 1);
      trying = false;
      rest = nextRest;
      nextRest = Math.min(LONGEST_REST, nextRest * 2);
    } else if (rest > 0) {
      rest--;
      rateBefore = rate;
    } else {
      nextRest = trying ? REST : nextRest;
      rateBefore = rate;
      trying = clients < mostClients;
      clients = Math.min(mostClients, clients + 1);
      mostUsed = Math.max(mostUsed, clients);
    }
    look();
  }

  private void look() {
    lookSince = clock.getAsLong();
    lookDocuments = 0;
    lookBatches = 0;
  }
}
