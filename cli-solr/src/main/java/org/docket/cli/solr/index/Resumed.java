/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32C;
import org.docket.error.DocketException;

/**
 * The rows that an earlier run has done: they are passed over, and must have the ids that they had
 * then. For one thread.
 */
final class Resumed {

  private static final int SAMPLE = 100;

  private final List<Range> all;
  private final Iterator<Range> rest;
  private final CRC32C check = new CRC32C();
  private Range next;

  /**
   * Rows that are done.
   *
   * @param ranges in the order of the rows
   */
  Resumed(List<Range> ranges) {
    all = ranges;
    rest = ranges.iterator();
    next = rest.hasNext() ? rest.next() : null;
  }

  /** How many rows are done. */
  long rows() {
    return all.stream().mapToLong(range -> range.to() - range.from()).sum();
  }

  /** Ids that Solr must have, of all parts, and of the newest ones. */
  List<String> sample() {
    List<String> ids =
        all.stream().map(Range::last).filter(id -> !id.isEmpty()).distinct().toList();
    List<String> some = new ArrayList<>();
    int step = Math.max(1, ids.size() / SAMPLE);
    for (int i = ids.size() - 1; i >= 0; i -= ids.size() - i < SAMPLE ? 1 : step) {
      some.add(ids.get(i));
    }
    return some;
  }

  /** Whether a row is done; they are asked for in their order, each once. */
  boolean covers(long row) {
    return next != null && row >= next.from();
  }

  /**
   * Passes over a row that is done.
   *
   * @param id its id; empty if it has none
   * @throws DocketException if the rows are others than those of then
   */
  void pass(long row, String id) {
    Checks.add(check, id);
    if (row + 1 == next.to()) {
      if ((int) check.getValue() != next.check()) {
        throw new DocketException(
            "rows "
                + (next.from() + 1)
                + " to "
                + next.to()
                + " are not those that the journal says are indexed: the input has changed; without"
                + " --resume it is indexed from its beginning, and nothing is doubled");
      }
      check.reset();
      next = rest.hasNext() ? rest.next() : null;
    }
  }
}
