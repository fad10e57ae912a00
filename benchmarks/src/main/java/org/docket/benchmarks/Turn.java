/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whose turn it is, in each thread. */
@State(Scope.Thread)
public class Turn {

  private int count;

  /** The next index, from 0 to size - 1 and round again. */
  int next(int size) {
    count = count + 1 < size ? count + 1 : 0;
    return count;
  }
}
