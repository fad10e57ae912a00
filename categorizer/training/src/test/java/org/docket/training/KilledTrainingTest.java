/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.docket.model.ModelFile;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in a process of its own, which is killed at any moment, and goes on. */
class KilledTrainingTest {

  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void endsInTheSameModelAsOneThatWasNotKilled() throws Exception {
    Path uninterrupted = folder.resolve("uninterrupted.bin");
    train(folder, uninterrupted);
    Path killed = folder.resolve("killed.bin");
    Random random = new Random(11);
    int resumed = 0;
    for (int kill = 0; kill < KILLS && !Files.exists(killed); kill++) {
      resumed += runAndKill(killed, 2 + random.nextInt(4), random.nextInt(60)) ? 1 : 0;
    }
    if (!Files.exists(killed)) {
      resumed += start(killed).waitForEnd() ? 1 : 0;
    }

    assertThat(resumed).as("how often it went on from a checkpoint").isPositive();
    assertThat(Files.readAllBytes(killed)).isEqualTo(Files.readAllBytes(uninterrupted));
  }

  /** Kills it some milliseconds after so many epochs began; tells whether it had been resumed. */
  private boolean runAndKill(Path model, int epochs, int milliseconds) throws Exception {
    Run run = start(model);
    boolean resumed = run.waitForEpoch();
    for (int epoch = 1; epoch < epochs; epoch++) {
      run.waitForEpoch();
    }
    Thread.sleep(milliseconds);
    run.process.destroyForcibly().waitFor();
    return resumed;
  }

  private Run start(Path model) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTrainingTest.class.getName()));
    command.add(folder.toString());
    command.add(model.toString());
    return new Run(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** What the process does. */
  public static void main(String[] arguments) throws IOException {
    train(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private static void train(Path folder, Path model) throws IOException {
    TrainingConfig config =
        ToyData.config(folder, "training.epochs", "25", "training.patience", "25");
    Path checkpoint = model.resolveSibling(model.getFileName() + ".checkpoint");
    TrainingResult result =
        Trainer.train(ToyData.data(config), config, checkpoint, true, new Talker());
    Path part = model.resolveSibling(model.getFileName() + ".part");
    ModelFile.write(result.model(), part);
    Files.move(part, model);
  }

  /** Tells the parent process where the training is. */
  private static final class Talker implements TrainingProgress {

    @Override
    public void resumed(EpochMetrics last) {
      System.out.println("resumed");
    }

    @Override
    public void epochStarted(int epoch, int documents) {
      System.out.println("epoch " + epoch);
    }
  }

  private record Run(Process process, BufferedReader lines) {

    Run(Process process) {
      this(
          process,
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Waits until an epoch begins; tells whether the training was resumed. */
    boolean waitForEpoch() throws IOException {
      boolean resumed = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        resumed |= line.equals("resumed");
        if (line.startsWith("epoch")) {
          return resumed;
        }
      }
      throw new IOException("the training ended before its first epoch");
    }

    boolean waitForEnd() throws Exception {
      boolean resumed = waitForEpoch();
      while (lines.readLine() != null) {
        // So that the process need not wait for its output to be read.
      }
      assertThat(process.waitFor()).isZero();
      return resumed;
    }
  }
}
