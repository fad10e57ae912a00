/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void theLowestAndTheHighestValueAreAtTheEdges() {
    assertThat(Sparkline.of(List.of(1.5, 1.0, 0.5), 10, Glyphs.UNICODE)).isEqualTo("█▅▁");
  }

  @Test
  void whatIsNoNumberIsAGapAndWhatIsEqualIsALine() {
    assertThat(Sparkline.of(List.of(1.0, Double.NaN, 2.0), 10, Glyphs.UNICODE)).isEqualTo("▁ █");
    assertThat(Sparkline.of(List.of(1.0, 1.0), 10, Glyphs.UNICODE)).isEqualTo("▅▅");
    assertThat(Sparkline.of(List.of(), 10, Glyphs.UNICODE)).isEmpty();
  }

  @Test
  void onlyTheLastValuesHaveRoom() {
    assertThat(Sparkline.of(List.of(9.0, 1.0, 2.0), 2, Glyphs.UNICODE)).isEqualTo("▁█");
  }

  @Test
  void aTerminalOfAsciiGetsNone() {
    assertThat(Sparkline.of(List.of(1.0, 2.0), 10, Glyphs.ASCII)).isEmpty();
  }
}
