/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.Optional;

/** The heap of this JVM. */
final class JvmHeap implements HeapUsage {

  /**
   * The part of large arrays is at least a heap's size divided by this: all of it with newer
   * collectors, that of old objects, which is two thirds unless somebody says otherwise, with older
   * ones.
   */
  private static final int LEAST_POOL = 4;

  private final Runtime runtime = Runtime.getRuntime();

  @Override
  public long max() {
    return runtime.maxMemory();
  }

  @Override
  public long pool() {
    return largestPool().map(pool -> pool.getUsage().getMax()).orElse(max());
  }

  @Override
  public long free() {
    long free = max() - used();
    return largestPool()
        .map(pool -> Math.min(free, pool.getUsage().getMax() - pool.getUsage().getUsed()))
        .orElse(free);
  }

  /**
   * Without the management beans, which take a fresh JVM a tenth of the time of loading a model.
   */
  @Override
  public long surelyFree() {
    return surelyFree(max(), used());
  }

  static long surelyFree(long max, long used) {
    return max / LEAST_POOL - used;
  }

  private long used() {
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Override
  public boolean collect() {
    long before = collections();
    runtime.gc();
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
}
