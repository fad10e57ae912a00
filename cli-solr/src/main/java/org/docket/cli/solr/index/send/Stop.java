/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells all who wait that it is over. Safe for use by many threads. */
public final class Stop {

  private final CountDownLatch asked = new CountDownLatch(1);

  /** Somebody was told to stop, and has. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Asks for it. */
  public void ask() {
    asked.countDown();
  }

  /** Whether it was asked for. */
  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /**
   * Waits.
   *
   * @throws StoppedException if it is over before
   */
  void pause(long millis) throws InterruptedException {
    if (asked.await(millis, TimeUnit.MILLISECONDS)) {
      throw new StoppedException();
    }
  }
}
