/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.docket.model.ModelFile;
import org.docket.training.config.Layers;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarmupTest {

  @TempDir Path folder;

  @Test
  void aModelDoesNotDependOnIt() throws Exception {
    TrainingConfig config = ToyData.config(folder, "training.epochs", "3");
    byte[] without = train(config);

    warmUp(config);

    assertThat(train(config)).isEqualTo(without);
  }

  @Test
  void leavesNoThreadAndMayBeFinishedAtOnceOrTwice() {
    Warmup warmup = Warmup.start(ToyData.config(folder));

    warmup.finish();

    assertThatCode(warmup::finish).doesNotThrowAnyException();
    assertThat(warmup.failure()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("docket-warmup"));
  }

  @ParameterizedTest
  @EnumSource
  void runsWithAnyNetwork(Layers layers) throws InterruptedException {
    warmUp(
        ToyData.config(
            folder,
            "training.layers",
            layers.name(),
            "network.units",
            "5,3",
            "network.pooling",
            "LAST",
            "vocabulary.minDocuments",
            "1000"));
  }

  @Test
  void whatFailsIsKeptForOneWhoAsks() throws InterruptedException {
    TrainingConfig config = ToyData.config(folder);
    TrainingConfig withoutNetwork =
        new TrainingConfig(
            config.name(),
            config.text(),
            null,
            config.ngrams(),
            config.regularization(),
            config.optimization(),
            config.parameters());

    Warmup warmup = start(withoutNetwork);
    waitFor(() -> warmup.failure().isPresent());

    assertThatCode(warmup::finish).doesNotThrowAnyException();
    assertThat(warmup.failure()).containsInstanceOf(NullPointerException.class);
  }

  /** Some steps, so that it has trained, and nothing that failed. */
  private static void warmUp(TrainingConfig config) throws InterruptedException {
    Warmup warmup = start(config);
    waitFor(() -> warmup.steps() > 2 || warmup.failure().isPresent());
    warmup.finish();

    assertThat(warmup.failure()).isEmpty();
    assertThat(warmup.steps()).isGreaterThan(2);
  }

  private static Warmup start(TrainingConfig config) {
    assumeThat(Runtime.getRuntime().availableProcessors()).isGreaterThan(1);
    return Warmup.start(config);
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
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
