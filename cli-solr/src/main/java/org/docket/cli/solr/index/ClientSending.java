/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.function.LongConsumer;
import org.docket.cli.solr.index.send.Batch;
import org.docket.cli.solr.index.send.Clients;
import org.docket.cli.solr.index.send.Pace;
import org.docket.cli.solr.index.send.Stop;

/** Hands batches to the clients, and shows how many documents have arrived. For one thread. */
final class ClientSending implements Batches.Sending {

  private final Clients clients;
  private final Pace pace;
  private final Stop stop;
  private final Totals totals;
  private final LongConsumer progress;
  private long shown;

  /** It was asked to stop. */
  static final class InterruptedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  ClientSending(Clients clients, Pace pace, Stop stop, Totals totals, LongConsumer progress) {
    this.clients = clients;
    this.pace = pace;
    this.stop = stop;
    this.totals = totals;
    this.progress = progress;
  }

  @Override
  public int documents() {
    return pace.documents();
  }

  @Override
  public int letters() {
    return pace.letters();
  }

  @Override
  public void send(Batch batch) {
    try {
      clients.send(batch);
    } catch (InterruptedException e) {
      throw interrupted();
    }
    show();
  }

  @Override
  public void await() {
    try {
      clients.await();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    show();
  }

  @Override
  public boolean isIdle() {
    return clients.isIdle();
  }

  @Override
  public void requireGoing() {
    if (stop.isAsked()) {
      throw new InterruptedRun();
    }
  }

  private void show() {
    long now = totals.now();
    if (now > shown) {
      progress.accept(now - shown);
      shown = now;
    }
  }

  private static InterruptedRun interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedRun();
  }
}
