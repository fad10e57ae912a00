/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.docket.model.NetworkShape;

/**
 * The workspaces that nobody uses, a bounded number of them. The one that was given back last is
 * taken first, for it is still in the processor's cache.
 *
 * <p>Safe for use by many threads, without a lock.
 */
final class Workspaces {

  /** Servers have more threads than processors, and each may be stopped in the middle of a pass. */
  private static final int CAPACITY = Math.max(16, 4 * Runtime.getRuntime().availableProcessors());

  private final NetworkShape shape;

  /** Filled from the start, so that the first ones are those in use all the time. */
  private final AtomicReferenceArray<Workspace> idle;

  Workspaces(NetworkShape shape) {
    this(shape, CAPACITY);
  }

  Workspaces(NetworkShape shape, int capacity) {
    this.shape = shape;
    this.idle = new AtomicReferenceArray<>(capacity);
  }

  /** An idle workspace, or a new one. */
  Workspace take() {
    for (int i = 0; i < idle.length(); i++) {
      Workspace workspace = idle.get(i) == null ? null : idle.getAndSet(i, null);
      if (workspace != null) {
        return workspace;
      }
    }
    return new Workspace(shape);
  }

  /** Keeps a workspace for the next pass, if there is room and it is not huge. */
  void giveBack(Workspace workspace) {
    if (workspace.isHuge()) {
      return;
    }
    for (int i = 0; i < idle.length(); i++) {
      if (idle.get(i) == null && idle.compareAndSet(i, null, workspace)) {
        return;
      }
    }
  }
}
