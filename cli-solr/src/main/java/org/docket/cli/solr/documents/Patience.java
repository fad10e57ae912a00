/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.docket.cli.solr.collection.SolrCollection;

/**
 * Asks again, less and less often, where Solr is busy (429, 503) or away for a while. Safe for use
 * by many threads.
 *
 * <p>Only for what does no harm twice.
 */
public final class Patience {

  /** Busy, or a proxy whose Solr is away; 404: a core that is not loaded yet. */
  private static final Set<Integer> PASSING = Set.of(404, 408, 429, 502, 503, 504);

  /** What Solr says with 500 while it shuts down. */
  private static final String PAUSED = "temporarily paused";

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final SolrCollection collection;
  private final Duration limit;
  private final Consumer<String> told;
  private final BooleanSupplier unwanted;

  /**
   * Makes one.
   *
   * @param limit how long to try altogether, for one request
   * @param told gets a line when waiting begins
   * @param unwanted whether nobody wants to wait any more
   */
  public Patience(
      SolrCollection collection, Duration limit, Consumer<String> told, BooleanSupplier unwanted) {
    this.collection = collection;
    this.limit = limit;
    this.told = told;
    this.unwanted = unwanted;
  }

  /** A request. */
  @FunctionalInterface
  public interface Request<T> {

    /** Sends it. */
    T send() throws SolrServerException, IOException;
  }

  /**
   * Sends a request until it is answered.
   *
   * @throws SolrException if Solr refuses it: another time would be no better
   * @throws IOException if Solr did not answer in time; its message is for people
   */
  public <T> T ask(Request<T> request) throws IOException {
    Duration waited = Duration.ZERO;
    for (Duration wait = FIRST; ; wait = longer(wait)) {
      Exception failure;
      try {
        return request.send();
      } catch (SolrException e) {
        if (!isPassing(e)) {
          throw e;
        }
        failure = e;
      } catch (SolrServerException | IOException e) {
        failure = e;
      }
      if (waited.compareTo(limit) >= 0 || unwanted.getAsBoolean()) {
        throw new IOException(reason(failure), failure);
      }
      if (waited.isZero()) {
        told.accept(
            String.format(
                Locale.ROOT,
                "%s; trying again for %d seconds",
                reason(failure).replaceFirst("; is it running\\?.*", ""),
                limit.toSeconds()));
      }
      sleep(wait);
      waited = waited.plus(wait);
    }
  }

  /** Whether the same request may be answered some other time. */
  public static boolean isPassing(SolrException failure) {
    return PASSING.contains(failure.code())
        || String.valueOf(failure.getMessage()).contains(PAUSED);
  }

  private String reason(Exception failure) {
    return failure instanceof SolrException refusal
        ? collection.refused(refusal).getMessage()
        : collection.gone(failure).getMessage();
  }

  private static Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
  }

  /**
   * Waits.
   *
   * @throws IOException if the thread is interrupted
   */
  public static void sleep(Duration wait) throws IOException {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
