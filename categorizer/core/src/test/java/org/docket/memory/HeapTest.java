/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
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
  void ofALargerHeapThePoolOfLargeArraysIsOnlyAShare() {
    Heap heap = new Heap(300 * MB, 200 * MB, () -> 150 * MB, () -> true);
    assertThat(heap.shortage("it", 120 * MB)).isEmpty();
    assertThat(heap.shortage("it", 290 * MB).orElseThrow()).contains("-Xmx600m");
    Heap larger = new Heap(600 * MB, 400 * MB, () -> 350 * MB, () -> true);
    assertThat(larger.shortage("it", 290 * MB)).isEmpty();
  }

  @Test
  void garbageIsNotCountedButCollectedOnlyIfItMatters() {
    AtomicLong free = new AtomicLong(50 * MB);
    Heap heap =
        new Heap(
            320 * MB,
            320 * MB,
            free::get,
            () -> {
              free.set(300 * MB);
              return true;
            });
    assertThat(heap.shortage("it", 5 * MB)).isEmpty();
    assertThat(free).hasValue(50 * MB);
    assertThat(heap.shortage("it", 100 * MB)).isEmpty();
    assertThat(free).hasValue(300 * MB);
  }

  /** As with -XX:+DisableExplicitGC: what is taken may be garbage, all of it. */
  @Test
  void whereGarbageCannotBeCollectedOnlyWhatCouldNeverFitIsRefused() {
    Heap heap = new Heap(320 * MB, 320 * MB, () -> 10 * MB, () -> false);
    assertThat(heap.shortage("it", 288 * MB)).isEmpty();
    assertThat(heap.shortage("it", 288 * MB + 1)).isPresent();
  }

  @Test
  void thisJvmHasRoomForALittle() {
    assertThat(Heap.ofJvm().shortage("it", 1000)).isEmpty();
    assertThat(Heap.ofJvm().shortage("it", Long.MAX_VALUE / 2)).isPresent();
  }
}
