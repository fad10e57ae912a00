/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

import java.util.Locale;
import java.util.Optional;

/**
 * Java's heap, to be asked before something large is allocated: an OutOfMemoryError takes down more
 * than what caused it. Solr's start script even ends the whole node.
 */
public final class Heap {

  /**
   * A part of the heap that stays free: for others, which go on allocating, and because G1 does not
   * move large arrays together.
   */
  private static final double MARGIN = 0.1;

  /** Java tells less than -Xmx says, and who lacks a little here lacks more elsewhere. */
  private static final double LARGER = 1.25;

  private final HeapUsage usage;

  Heap(HeapUsage usage) {
    this.usage = usage;
  }

  /** The heap of this JVM. */
  public static Heap ofJvm() {
    return new Heap(new JvmHeap());
  }

  /** A heap of a size with so much in it, to test with. */
  public static Heap of(long max, long used) {
    return new Heap(new FixedHeap(max, used));
  }

  /**
   * What to tell a person if there is no room.
   *
   * @param what is to be allocated, as the subject of a sentence
   * @param bytes how many
   * @return empty if they fit
   */
  public Optional<String> shortage(String what, long bytes) {
    if (bytes <= usage.surelyFree() - margin() || bytes <= left()) {
      return Optional.empty();
    }
    // Only now, because it stops the JVM for a while: much of what is taken is often garbage.
    // A JVM may be told not to (-XX:+DisableExplicitGC): all that is taken may be garbage then.
    long left = usage.collect() ? left() : usage.pool() - margin();
    return bytes <= left ? Optional.empty() : Optional.of(message(what, bytes, left));
  }

  private String message(String what, long bytes, long left) {
    // Of a larger heap, the pool has the same share.
    long max = usage.max();
    double share = (double) usage.pool() / max - MARGIN;
    long enough =
        mebibytes(Math.max(Math.round(LARGER * max), max + Math.round((bytes - left) / share)));
    return String.format(
        Locale.ROOT,
        "%s takes %,d MiB of memory, and of Java's heap of %,d MiB only %,d MiB can be had: start"
            + " Java with -Xmx%dm or more (Solr with SOLR_HEAP=%dm, ./docket with"
            + " DOCKET_JAVA_OPTS=-Xmx%dm)",
        what,
        mebibytes(bytes),
        max >> 20,
        Math.max(0, left >> 20),
        enough,
        enough,
        enough);
  }

  private long left() {
    return usage.free() - margin();
  }

  private long margin() {
    return Math.round(MARGIN * usage.max());
  }

  private static long mebibytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
