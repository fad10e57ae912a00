/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.docket.training.EpochMetrics;
import org.docket.training.Scores;
import org.junit.jupiter.api.Test;

class LoggedProgressTest {

  @Test
  void anEpochIsALineAndABatchIsNone() {
    List<String> lines = new ArrayList<>();
    LoggedProgress progress = new LoggedProgress(7, lines::add);
    Scores training = new Scores(0.25, 0.75, 0.7);
    Scores validation = new Scores(0.5, 0.625, 0.6);

    progress.encoded(12_345, 678, 1001);
    progress.epochStarted(2, 12_345);
    progress.batchDone(64);
    progress.epochDone(new EpochMetrics(2, 0.4, training, training, validation), true);
    progress.epochDone(new EpochMetrics(3, 0.4, training, training, validation), false);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .isEqualTo("12,345 documents to train on, 678 to validate on, 1,000 words");
    assertThat(lines.get(1))
        .matches(
            "epoch 2/7: loss 0\\.2500, accuracy 0\\.7500; validation: loss 0\\.5000, accuracy"
                + " 0\\.6250, macro-F1 0\\.6000, best so far \\(\\d\\.\\d s\\)");
    assertThat(lines.get(2)).startsWith("epoch 3/7: ").doesNotContain("best so far");
  }
}
