/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void aSmallStreamIsKeptWhole() {
    assertThat(sample(7, 10)).containsExactly("0", "1", "2", "3", "4", "5", "6");
  }

  @Test
  void aLargeOneIsThinnedEvenly() {
    List<String> kept = sample(20_000, 1000);
    assertThat(kept).hasSize(1000).doesNotHaveDuplicates().isEqualTo(sample(20_000, 1000));
    // The mean of 1000 places out of 20,000 strays by 183.
    assertThat(kept.stream().mapToInt(Integer::parseInt).average().orElseThrow())
        .isCloseTo(10_000, within(600.0));
  }

  @Test
  void veryLongTextsAreNotTaken() {
    Sample sample = new Sample(10);
    sample.accept(new LabelledText("a", "x".repeat(100_001)));
    sample.accept(new LabelledText("a", "x".repeat(100_000)));
    assertThat(sample.texts()).hasSize(1);
  }

  private static List<String> sample(int documents, int size) {
    Sample sample = new Sample(size);
    IntStream.range(0, documents)
        .forEach(i -> sample.accept(new LabelledText("a", Integer.toString(i))));
    return sample.texts();
  }
}
