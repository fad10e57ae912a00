/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

/**
 * A heap that never changes, and is one part.
 *
 * @param max what it can grow to
 * @param used what of it is in use
 */
record FixedHeap(long max, long used) implements HeapUsage {

  @Override
  public long pool() {
    return max;
  }

  @Override
  public long free() {
    return max - used;
  }

  @Override
  public long surelyFree() {
    return free();
  }

  @Override
  public boolean collect() {
    return true;
  }
}
