/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.List;
import org.docket.cli.solr.index.send.Outcome;

/** Counts what has arrived, in this run and before it was interrupted. Safe for many threads. */
final class Totals {

  private long added;
  private long updated;
  private long rejected;
  private long batches;
  private long before;

  synchronized void resume(List<Range> ranges) {
    for (Range range : ranges) {
      added += range.added();
      updated += range.updated();
      rejected += range.rejected();
    }
    before = answered();
  }

  synchronized void add(Outcome outcome, long rejections) {
    added += outcome.added();
    updated += outcome.updated();
    rejected += rejections;
    batches++;
  }

  synchronized long added() {
    return added;
  }

  synchronized long updated() {
    return updated;
  }

  synchronized long rejected() {
    return rejected;
  }

  /** Batches of this run. */
  synchronized long batches() {
    return batches;
  }

  /** Documents that are in the collection now. */
  synchronized long indexed() {
    return added + updated;
  }

  /** Documents of which it is known what became of them. */
  synchronized long answered() {
    return added + updated + rejected;
  }

  /** Those of this run. */
  synchronized long now() {
    return answered() - before;
  }
}
