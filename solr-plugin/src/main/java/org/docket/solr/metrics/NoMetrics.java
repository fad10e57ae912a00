/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import org.docket.Categorization;

/** For where nobody counts. */
final class NoMetrics implements TaggingMetrics {

  @Override
  public void categorized(Categorization answer, boolean truncated) {}

  @Override
  public void tagged(String category, double probability) {}

  @Override
  public void abstained() {}

  @Override
  public void belowThreshold() {}

  @Override
  public void notAllowed() {}

  @Override
  public void kept() {}

  @Override
  public void cleared() {}

  @Override
  public void withoutText() {}

  @Override
  public void partialUpdate() {}

  @Override
  public void failed(Throwable failure) {}

  @Override
  public void batch(int size, long analysisNanos, long networkNanos) {}
}
