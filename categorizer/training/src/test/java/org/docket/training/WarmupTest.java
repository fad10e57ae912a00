/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import org.docket.model.ModelFile;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupTest {

  @TempDir Path folder;

  @Test
  void aModelDoesNotDependOnIt() throws Exception {
    TrainingConfig config = ToyData.config(folder, "training.epochs", "3");
    byte[] without = train(config);

    Warmup warmup = Warmup.start(config);
    Thread.sleep(500);
    warmup.finish();

    assertThat(train(config)).isEqualTo(without);
  }

  @Test
  void leavesNoThreadAndMayBeFinishedAtOnceOrTwice() {
    Warmup warmup = Warmup.start(ToyData.config(folder));

    warmup.finish();

    assertThatCode(warmup::finish).doesNotThrowAnyException();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("docket-warmup"));
  }

  @Test
  void runsWithAnyNetwork() {
    for (String layers : new String[] {"fast", "stock"}) {
      TrainingConfig config =
          ToyData.config(
              folder,
              "training.layers",
              layers,
              "network.units",
              "5,3",
              "network.pooling",
              "LAST",
              "vocabulary.minDocuments",
              "1000");
      assertThatCode(() -> Warmup.start(config).finish()).doesNotThrowAnyException();
    }
  }

  private byte[] train(TrainingConfig config) throws Exception {
    TrainingResult result =
        Trainer.train(
            ToyData.data(config),
            config,
            folder.resolve("toy.checkpoint"),
            false,
            TrainingProgress.NONE);
    Path file = folder.resolve("toy.bin");
    ModelFile.write(result.model(), file);
    return Files.readAllBytes(file);
  }
}
