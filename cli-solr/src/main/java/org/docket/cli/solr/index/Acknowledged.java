/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.docket.cli.solr.index.send.Batch;
import org.docket.cli.solr.index.send.Outcome;
import org.docket.cli.solr.index.send.Rejection;

/**
 * What is done when a batch has arrived: what was rejected is written aside, then the journal is
 * told, then it is counted. Is called by one thread at a time.
 */
final class Acknowledged implements BiConsumer<Batch, Outcome> {

  /**
   * After so many documents it shows whether most are refused; after more that is nobody's setup.
   */
  private static final long EARLY = 100;

  private static final long LATE = 5_000;

  private final Journal journal;
  private final RejectedFile aside;
  private final Totals totals;
  private String reason = "";

  Acknowledged(Journal journal, RejectedFile aside, Totals totals) {
    this.journal = journal;
    this.aside = aside;
    this.totals = totals;
  }

  @Override
  public void accept(Batch batch, Outcome outcome) {
    List<Rejection> rejected =
        Stream.concat(batch.rejected().stream(), outcome.rejected().stream()).toList();
    try {
      for (Rejection rejection : rejected) {
        aside.add(rejection);
        reason = rejection.reason();
      }
      if (!rejected.isEmpty()) {
        aside.force();
      }
      journal.done(
          new Range(
              batch.from(),
              batch.to(),
              batch.check(),
              outcome.added(),
              outcome.updated(),
              rejected.size(),
              aside.length(),
              outcome.last()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    totals.add(outcome, rejected.size());
    if (totals.answered() >= EARLY && totals.answered() < LATE) {
      requireMostTaken();
    }
  }

  /**
   * Checks that not more than half are rejected.
   *
   * @throws TooManyRejectedException if they are
   */
  void requireMostTaken() {
    if (totals.rejected() * 2 > totals.answered()) {
      throw new TooManyRejectedException(
          String.format(
              Locale.ROOT,
              "%,d of %,d documents were refused, the last of them for: %s (they are in %s)",
              totals.rejected(),
              totals.answered(),
              reason.isEmpty() ? "a reason of an earlier run" : reason,
              aside.file()));
    }
  }
}
