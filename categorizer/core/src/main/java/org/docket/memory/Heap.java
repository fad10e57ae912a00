/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

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

  private final long max;
  private final long pool;
  private final LongSupplier free;
  private final BooleanSupplier collect;

  /**
   * A heap.
   *
   * @param max bytes that it can grow to
   * @param pool bytes of the part of it that large arrays must fit into
   * @param free bytes of that part that are neither in use nor garbage not yet collected
   * @param collect collects garbage, and tells whether it could
   */
  Heap(long max, long pool, LongSupplier free, BooleanSupplier collect) {
    this.max = max;
    this.pool = pool;
    this.free = free;
    this.collect = collect;
  }

  /** The heap of this JVM. */
  public static Heap ofJvm() {
    Runtime runtime = Runtime.getRuntime();
    long max = runtime.maxMemory();
    Optional<MemoryPoolMXBean> old = largestPool();
    return new Heap(
        max,
        old.map(pool -> pool.getUsage().getMax()).orElse(max),
        () ->
            Math.min(
                max - (runtime.totalMemory() - runtime.freeMemory()),
                old.map(pool -> pool.getUsage().getMax() - pool.getUsage().getUsed()).orElse(max)),
        Heap::collectGarbage);
  }

  /** A heap of a size with so much in it, to test with. */
  public static Heap of(long max, long used) {
    return new Heap(max, max, () -> max - used, () -> true);
  }

  /**
   * What to tell a person if there is no room.
   *
   * @param what is to be allocated, as the subject of a sentence
   * @param bytes how many
   * @return empty if they fit
   */
  public Optional<String> shortage(String what, long bytes) {
    if (bytes <= left()) {
      return Optional.empty();
    }
    // Only now, because it stops the JVM for a while: much of what is taken is often garbage.
    // A JVM may be told not to (-XX:+DisableExplicitGC): all that is taken may be garbage then.
    long left = collect.getAsBoolean() ? left() : pool - margin();
    return bytes <= left ? Optional.empty() : Optional.of(message(what, bytes, left));
  }

  private String message(String what, long bytes, long left) {
    // Of a larger heap, the pool has the same share.
    double share = (double) pool / max - MARGIN;
    long enough = mebibytes(max + Math.round((bytes - left) / share));
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
    return free.getAsLong() - margin();
  }

  private long margin() {
    return Math.round(MARGIN * max);
  }

  private static boolean collectGarbage() {
    long before = collections();
    Runtime.getRuntime().gc();
    return collections() > before;
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  /** With old collectors, that of old objects; with newer ones all of the heap. */
  private static Optional<MemoryPoolMXBean> largestPool() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getUsage().getMax() > 0)
        .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
  }

  private static long mebibytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }
}
