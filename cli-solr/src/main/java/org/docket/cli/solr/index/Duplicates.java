/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import com.carrotsearch.hppc.LongHashSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.docket.io.Sha256;

/**
 * Counts ids that come again. Of each it keeps 64 bits of a hash, up to a number that a small heap
 * holds too; of ids beyond that it knows only whether they came among the first. For one thread.
 */
final class Duplicates {

  /**
   * Bytes of the heap for each id that is kept: the table while it grows, and room for the rest.
   */
  private static final long SHARE = 256;

  private final LongHashSet ids = new LongHashSet();
  private final long most;
  private long count;

  Duplicates() {
    this(Runtime.getRuntime().maxMemory() / SHARE);
  }

  Duplicates(long most) {
    this.most = most;
  }

  /** Notes an id, and whether it was there before. */
  boolean note(String id) {
    long hash = ByteBuffer.wrap(Sha256.of(id.getBytes(StandardCharsets.UTF_8))).getLong();
    boolean again = ids.size() < most ? !ids.add(hash) : ids.contains(hash);
    count += again ? 1 : 0;
    return again;
  }

  /** How many ids came again. */
  long count() {
    return count;
  }

  /** Whether there may have been more. */
  boolean isPartial() {
    return ids.size() >= most;
  }
}
