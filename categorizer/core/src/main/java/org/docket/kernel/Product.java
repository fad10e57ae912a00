/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.kernel;

/** Products with a fixed matrix B, which {@link Kernel#product} has readied. */
public interface Product {

  /**
   * C += A · B. The result for a row of A does not depend on the rows beside it.
   *
   * @param rows of A and C
   * @param a row-major, from an offset, with a stride from row to row
   * @param c likewise; must not overlap with A or B
   * @param fromEnd whether to begin with B's last columns, which changes nothing but speed: who
   *     calls again and again, and alternates, finds in the cache what the call before read last
   */
  void addTo(
      int rows,
      float[] a,
      int aOffset,
      int aStride,
      float[] c,
      int cOffset,
      int cStride,
      boolean fromEnd);
}
