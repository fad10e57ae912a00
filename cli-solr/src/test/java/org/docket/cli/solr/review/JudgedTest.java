/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedTest {

  /** Wilson's interval of 80 of 100, as R's prop.test(80, 100, correct = FALSE) gives it. */
  @Test
  void theIntervalIsWilsons() {
    Judged judged = judged(80, 20, 0.95);

    assertThat(judged.share()).isEqualTo(0.8);
    assertThat(judged.low()).isCloseTo(0.7112, within(1e-4));
    assertThat(judged.high()).isCloseTo(0.8666, within(1e-4));
  }

  @Test
  void aModelIsTooSureOnlyBeyondChance() {
    assertThat(judged(80, 20, 0.95).isOverclaimed(1)).isTrue();
    assertThat(judged(80, 20, 0.85).isOverclaimed(1)).isFalse();
    assertThat(judged(80, 20, 0.88).isOverclaimed(1)).isTrue();
    assertThat(judged(80, 20, 0.88).isOverclaimed(1000)).as("among many").isFalse();
    assertThat(judged(5, 10, 0.95).isOverclaimed(1)).as("of few").isFalse();
    assertThat(new Judged("x", 80, 20, Optional.empty()).isOverclaimed(1)).isFalse();
  }

  @Test
  void nobodyLookedIsNoShare() {
    Judged none = new Judged("x", 0, 0, Optional.empty());

    assertThat(none.json()).containsEntry("share", null).containsEntry("documents", 0L);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
  }

  @Test
  void allAndNoneHaveIntervalsWithinNothingAndAll() {
    assertThat(judged(0, 30, 0.9).low()).isZero();
    assertThat(judged(30, 0, 0.9).high()).isEqualTo(1);
  }

  private static Judged judged(long accepted, long corrected, double claimed) {
    return new Judged("x", accepted, corrected, Optional.of(claimed));
  }
}
