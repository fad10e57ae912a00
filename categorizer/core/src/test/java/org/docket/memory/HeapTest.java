/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {

  private static final long MB = 1 << 20;

  @Test
  void whatFitsBesideTheMarginFits() {
    // A tenth of the heap is left to others.
    assertThat(Heap.of(320 * MB, 100 * MB).shortage("it", 188 * MB)).isEmpty();
    assertThat(Heap.of(320 * MB, 100 * MB).shortage("it", 188 * MB + 1)).isPresent();
  }

  @Test
  void whatIsMissingIsToldWithASettingThatIsEnough() {
    Heap heap = Heap.of(320 * MB, 100 * MB);
    assertThat(heap.shortage("it", 400 * MB))
        .hasValue(
            "it takes 400 MiB of memory, and of Java's heap of 320 MiB only 188 MiB can be had: start"
                + " Java with -Xmx556m or more (Solr with SOLR_HEAP=556m, ./docket with"
                + " DOCKET_JAVA_OPTS=-Xmx556m)");
    assertThat(Heap.of(556 * MB, 100 * MB).shortage("it", 400 * MB)).isEmpty();
    assertThat(Heap.of(555 * MB, 100 * MB).shortage("it", 400 * MB)).isPresent();
  }

  /** With old collectors a large array must fit into two thirds of the heap. */
  @Test
  void theSettingIsNeverTheOneThatWasNotEnough() {
    assertThat(Heap.of(19 * MB, 18 * MB).shortage("it", MB).orElseThrow()).contains("-Xmx24m");
  }

  @Test
  void ofALargerHeapThePoolOfLargeArraysIsOnlyAShare() {
    Heap heap = new Heap(new Usage(300 * MB, 200 * MB, 150 * MB));
    assertThat(heap.shortage("it", 120 * MB)).isEmpty();
    assertThat(heap.shortage("it", 290 * MB).orElseThrow()).contains("-Xmx600m");
    Heap larger = new Heap(new Usage(600 * MB, 400 * MB, 350 * MB));
    assertThat(larger.shortage("it", 290 * MB)).isEmpty();
  }

  @Test
  void garbageIsNotCountedButCollectedOnlyIfItMatters() {
    Usage usage = new Usage(320 * MB, 320 * MB, 50 * MB);
    usage.freeOnceCollected = 300 * MB;
    Heap heap = new Heap(usage);
    assertThat(heap.shortage("it", 5 * MB)).isEmpty();
    assertThat(usage.free).isEqualTo(50 * MB);
    assertThat(heap.shortage("it", 100 * MB)).isEmpty();
    assertThat(usage.free).isEqualTo(300 * MB);
  }

  /** As with -XX:+DisableExplicitGC: what is taken may be garbage, all of it. */
  @Test
  void whereGarbageCannotBeCollectedOnlyWhatCouldNeverFitIsRefused() {
    Usage usage = new Usage(320 * MB, 320 * MB, 10 * MB);
    usage.collects = false;
    Heap heap = new Heap(usage);
    assertThat(heap.shortage("it", 288 * MB)).isEmpty();
    assertThat(heap.shortage("it", 288 * MB + 1)).isPresent();
  }

  @Test
  void whatSurelyFitsIsNotLookedAtClosely() {
    Usage usage = new Usage(320 * MB, 320 * MB, 100 * MB);
    usage.surelyFree = 80 * MB;
    assertThat(new Heap(usage).shortage("it", 48 * MB)).isEmpty();
    assertThat(usage.looks).isZero();
    assertThat(new Heap(usage).shortage("it", 48 * MB + 1)).isEmpty();
    assertThat(usage.looks).isEqualTo(1);
  }

  /** What is found at little cost is never more than what there is. */
  @Test
  void ofThisJvmNoMoreIsSurelyFreeThanIsFree() {
    JvmHeap heap = new JvmHeap();
    assertThat(heap.surelyFree()).isLessThan(heap.free());
    assertThat(JvmHeap.surelyFree(400, 60)).isEqualTo(40);
    assertThat(JvmHeap.surelyFree(400, 160)).isNegative();
    assertThat(heap.pool()).isBetween(heap.max() / 4, heap.max());
  }

  @Test
  void thisJvmHasRoomForALittle() {
    assertThat(Heap.ofJvm().shortage("it", 1000)).isEmpty();
    assertThat(Heap.ofJvm().shortage("it", Long.MAX_VALUE / 2)).isPresent();
  }

  /** A heap of one's choice. */
  private static final class Usage implements HeapUsage {

    private final long max;
    private final long pool;
    private long free;
    private long freeOnceCollected;
    private long surelyFree = -1;
    private boolean collects = true;
    private int looks;

    Usage(long max, long pool, long free) {
      this.max = max;
      this.pool = pool;
      this.free = free;
      this.freeOnceCollected = free;
    }

    @Override
    public long max() {
      return max;
    }

    @Override
    public long pool() {
      return pool;
    }

    @Override
    public long free() {
      looks++;
      return free;
    }

    @Override
    public long surelyFree() {
      return surelyFree;
    }

    @Override
    public boolean collect() {
      free = freeOnceCollected;
      return collects;
    }
  }
}
