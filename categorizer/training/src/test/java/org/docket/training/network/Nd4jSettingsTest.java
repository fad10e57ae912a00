/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.util.CrashReportingUtil;
import org.docket.training.ToyData;
import org.docket.training.Trainer;
import org.docket.training.TrainingProgress;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** A program that uses Deeplearning4j itself, and trains a categorizer meanwhile. */
// ND4J has random numbers for each thread: all of a test must be in one.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SAME_THREAD)
class Nd4jSettingsTest {

  private static final String PHYSICAL_BYTES = "org.bytedeco.javacpp.maxPhysicalBytes";

  @TempDir Path folder;
  private Nd4jSettings before;

  @BeforeEach
  void setUpTheProgram() {
    before = Nd4jSettings.forTraining();
    System.clearProperty(PHYSICAL_BYTES);
    CrashReportingUtil.crashDumpsEnabled(true);
    Nd4j.getRandom().setSeed(77);
    Nd4j.rand(3);
  }

  @AfterEach
  void restore() {
    before.restore();
  }

  @Test
  void aTrainingHasItsOwn() {
    Nd4jSettings program = Nd4jSettings.forTraining();

    assertThat(CrashReportingUtil.isCrashDumpsEnabled()).isFalse();
    assertThat(System.getProperty(PHYSICAL_BYTES)).isEqualTo("0");

    program.restore();
    assertThatTheProgramHasItsOwn();
  }

  @Test
  void aPropertyThatTheProgramHasSetStays() {
    System.setProperty(PHYSICAL_BYTES, "9g");
    try {
      Nd4jSettings program = Nd4jSettings.forTraining();
      assertThat(System.getProperty(PHYSICAL_BYTES)).isEqualTo("9g");
      program.restore();
      assertThat(System.getProperty(PHYSICAL_BYTES)).isEqualTo("9g");
    } finally {
      System.clearProperty(PHYSICAL_BYTES);
    }
  }

  @Test
  void afterATrainingTheProgramGoesOnAsIfThereHadBeenNone() {
    float[] expected = Nd4j.rand(5).toFloatVector();
    Nd4j.getRandom().setSeed(77);
    Nd4j.rand(3);

    train(TrainingProgress.NONE);

    assertThatTheProgramHasItsOwn();
    assertThat(Nd4j.getRandom().getSeed()).isEqualTo(77);
    assertThat(Nd4j.rand(5).toFloatVector()).isEqualTo(expected);
  }

  @Test
  void alsoAfterATrainingThatFailed() {
    TrainingProgress failing =
        new TrainingProgress() {
          @Override
          public void batchDone(int documents) {
            throw new IllegalStateException("enough");
          }
        };

    assertThatThrownBy(() -> train(failing)).hasMessage("enough");

    assertThatTheProgramHasItsOwn();
  }

  /**
   * In a process of its own: ND4J has no more threads than the environment says when it is loaded.
   */
  @Test
  void aTrainingHasOneThreadAndTheProgramItsOwn() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(
            java,
            "-Xmx1g",
            "-cp",
            System.getProperty("java.class.path"),
            Nd4jSettingsTest.class.getName(),
            folder.toString());
    program.environment().put("OMP_NUM_THREADS", "2");
    Process process = program.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.lines().filter(line -> line.startsWith("threads")))
          .containsExactly("threads 2", "threads 1", "threads 2");
    }
    assertThat(process.waitFor()).isZero();
  }

  /** What the process does. */
  public static void main(String[] arguments) {
    printThreads();
    train(
        Path.of(arguments[0]),
        new TrainingProgress() {
          @Override
          public void epochStarted(int epoch, int documents) {
            printThreads();
          }
        });
    printThreads();
  }

  private static void printThreads() {
    System.out.println("threads " + Nd4j.getEnvironment().maxMasterThreads());
  }

  private void train(TrainingProgress progress) {
    train(folder, progress);
  }

  private static void train(Path folder, TrainingProgress progress) {
    TrainingConfig config =
        ToyData.config(folder, "training.epochs", "1", "training.patience", "1");
    Trainer.train(ToyData.data(config), config, folder.resolve("checkpoint"), false, progress);
  }

  private static void assertThatTheProgramHasItsOwn() {
    assertThat(CrashReportingUtil.isCrashDumpsEnabled()).isTrue();
    assertThat(System.getProperty(PHYSICAL_BYTES)).isNull();
  }
}
