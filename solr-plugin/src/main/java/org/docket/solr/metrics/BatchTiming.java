/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import org.docket.Timing;

/** Adds up how long a batch took. For one batch and one thread. */
public final class BatchTiming implements Timing {

  private static final long NOT_KNOWN = -1;

  private long analysis = NOT_KNOWN;
  private long network = NOT_KNOWN;

  @Override
  public void analysis(long nanos) {
    analysis = Math.max(0, analysis) + nanos;
  }

  @Override
  public void network(long nanos) {
    network = Math.max(0, network) + nanos;
  }

  /** In all, in ns; negative if nothing was told of it. */
  public long analysisNanos() {
    return analysis;
  }

  /** In all, in ns; negative if nothing was told of it. */
  public long networkNanos() {
    return network;
  }
}
