/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;

/**
 * How long to wait for a Solr that takes nothing: pauses that grow, and an end. Who waits and why
 * is told once, and when it is over. Safe for use by many threads.
 */
public final class Patience {

  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 10_000;
  private static final int DOUBLINGS = 10;

  private final Duration most;
  private final LongSupplier clock;
  private final Pause pause;
  private final Consumer<String> told;

  /** Since when Solr takes nothing; -1 if it does. */
  private long since = -1;

  private boolean toldOfIt;
  private long retries;

  /** Something that is asked of Solr. */
  @FunctionalInterface
  public interface Request {

    /** Asks. */
    void send() throws SolrServerException, IOException;
  }

  /** Waits for milliseconds. */
  @FunctionalInterface
  interface Pause {
    void millis(long millis) throws InterruptedException;
  }

  /** Solr took nothing for too long. */
  static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoneException(String message) {
      super(message);
    }
  }

  /**
   * Has not waited yet.
   *
   * @param most that it waits
   * @param told gets what a person should know
   */
  public Patience(Duration most, Stop stop, Consumer<String> told) {
    this(most, System::nanoTime, stop::pause, told);
  }

  Patience(Duration most, LongSupplier clock, Pause pause, Consumer<String> told) {
    this.most = most;
    this.clock = clock;
    this.pause = pause;
    this.told = told;
  }

  /** What one batch has met. For one thread. */
  final class Tries {

    private long firstFailure = -1;
    private int count;

    /**
     * Waits before the next try.
     *
     * @throws GoneException if that has been long enough, for all or for this one
     */
    void await(Trouble trouble) throws InterruptedException {
      long now = clock.getAsLong();
      firstFailure = firstFailure < 0 ? now : firstFailure;
      failed(trouble, now);
      requireTime(trouble, now - firstFailure);
      pause.millis(Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(count, DOUBLINGS)));
      count++;
    }

    int count() {
      return count;
    }
  }

  Tries tries() {
    return new Tries();
  }

  /** Solr has taken something. */
  synchronized void succeeded() {
    if (since >= 0 && toldOfIt) {
      told.accept(
          String.format(
              Locale.ROOT,
              "Solr takes documents again, after %.0f s",
              (clock.getAsLong() - since) / 1e9));
    }
    since = -1;
    toldOfIt = false;
  }

  /**
   * Asks until Solr has done it.
   *
   * @return how often it was asked in vain
   * @throws DeliveryException if it refuses, or does not come back
   */
  public int insist(Request request) throws InterruptedException {
    Tries tries = tries();
    while (true) {
      try {
        request.send();
        succeeded();
        return tries.count();
      } catch (SolrServerException | IOException | SolrException e) {
        again(tries, Trouble.of(e));
      }
    }
  }

  private static void again(Tries tries, Trouble trouble) throws InterruptedException {
    if (trouble.kind() != Trouble.Kind.AWAY && trouble.kind() != Trouble.Kind.FAILED) {
      throw new DeliveryException(IndexTarget.hopeless(trouble));
    }
    try {
      tries.await(trouble);
    } catch (GoneException | Stop.StoppedException e) {
      throw new DeliveryException(e);
    }
  }

  /** How many requests were sent again. */
  public synchronized long retries() {
    return retries;
  }

  private synchronized void failed(Trouble trouble, long now) {
    retries++;
    if (since < 0) {
      since = now;
    } else if (!toldOfIt && now - since > Duration.ofSeconds(1).toNanos()) {
      toldOfIt = true;
      told.accept(
          String.format(
              Locale.ROOT,
              "Solr takes no documents now (%s); waiting up to %s",
              trouble.reason(),
              words(most)));
    }
  }

  private synchronized void requireTime(Trouble trouble, long own) {
    long all = since < 0 ? 0 : clock.getAsLong() - since;
    if (Math.max(all, own) > most.toNanos()) {
      throw new GoneException(
          "Solr has taken nothing for " + words(most) + " (" + trouble.reason() + ")");
    }
  }

  private static String words(Duration time) {
    return time.toSeconds() % 60 == 0 && time.toMinutes() > 0
        ? time.toMinutes() + (time.toMinutes() == 1 ? " minute" : " minutes")
        : time.toSeconds() + " s";
  }
}
