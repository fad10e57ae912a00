/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.memory;

/** How much there is of a heap, and how much of it is free, asked anew each time. In bytes. */
interface HeapUsage {

  /** What it can grow to. */
  long max();

  /** The part of it that large arrays must fit into. */
  long pool();

  /** Of that part, what is neither in use nor garbage not yet collected. */
  long free();

  /** What is found without much ado to be {@link #free}, or less; negative if nothing is. */
  long surelyFree();

  /** Collects garbage, and tells whether it could. */
  boolean collect();
}
