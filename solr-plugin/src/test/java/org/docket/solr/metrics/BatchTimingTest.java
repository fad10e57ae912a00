/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTimingTest {

  private final BatchTiming timing = new BatchTiming();

  @Test
  void addsUpTheParts() {
    timing.analysis(2);
    timing.network(5);
    timing.analysis(3);

    assertThat(timing.analysisNanos()).isEqualTo(5);
    assertThat(timing.networkNanos()).isEqualTo(5);
  }

  @Test
  void knowsWhatItWasNotTold() {
    timing.network(0);

    assertThat(timing.analysisNanos()).isNegative();
    assertThat(timing.networkNanos()).isZero();
  }
}
