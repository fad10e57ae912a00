/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.docket.Categorizers;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a signal does to a training, as a process. */
@EnabledOnOs(OS.LINUX)
class InterruptTest {

  private static final String FIRST_ROW = "\n    1  ";
  private static final String HEAD = "epoch     loss";

  @TempDir Path folder;

  private Path input;
  private Path model;
  private Path checkpoint;

  @BeforeEach
  void writeCorpus() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder csv = new StringBuilder("category,narrative\n");
    for (int i = 0; i < 2000; i++) {
      csv.append(i % 2 == 0 ? "Loan,loan" : "Card,card");
      for (int word = 0; word < 20; word++) {
        csv.append(' ')
            .append((char) ('a' + random.nextInt(26)))
            .append((char) ('a' + random.nextInt(26)));
      }
      csv.append('\n');
    }
    input = Files.writeString(folder.resolve("toy.csv"), csv);
    model = folder.resolve("model.bin");
    checkpoint = folder.resolve("model.bin.checkpoint");
  }

  @Test
  void theFirstCtrlCFinishesTheEpochAndWritesTheBestModelSoFar() throws Exception {
    try (RunningDocket docket = train(500, 4).awaitOut(FIRST_ROW).signal("INT")) {
      assertThat(docket.exitCode()).isEqualTo(130);

      assertThat(docket.err())
          .containsPattern(
              "docket: finishing epoch \\d+ \\(about \\d+ s\\); press Ctrl-C again to stop")
          .containsPattern(
              "ended after epoch \\d+ of 500; .*checkpoint is kept: go on with --resume")
          .doesNotContain("\tat ");
      assertThat(docket.out()).contains("best epoch ", "documents: accuracy", "model: " + model);
      assertThat(Categorizers.load(model).categories()).containsExactly("Card", "Loan");
    }
    assertNothingHalfWritten();
    try (RunningDocket resumed = train(500, 4, "--resume").awaitOut("resumed after epoch \\d")) {
      resumed.awaitOut(HEAD).signal("INT");
      assertThat(resumed.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void inTheFirstEpochItIsFinishedFirst() throws Exception {
    try (RunningDocket docket = train(500, 32).awaitOut(HEAD).signal("INT")) {
      assertThat(docket.exitCode()).isEqualTo(130);
      assertThat(docket.err()).contains("finishing epoch 1", "ended after epoch 1 of 500");
      assertThat(docket.out()).contains("best epoch 1,");
    }
    assertThat(model).exists();
    assertThat(checkpoint).exists();
  }

  @Test
  void theSecondCtrlCEndsAtOnceAndLeavesTheCheckpoint() throws Exception {
    try (RunningDocket docket = train(500, 200).awaitOut(FIRST_ROW).signal("INT")) {
      docket.awaitErr("finishing epoch 2").signal("INT");
      assertThat(docket.exitCode()).isEqualTo(130);
      assertThat(docket.err())
          .contains("stopped; epoch 1 is kept in " + checkpoint + ": go on with --resume")
          .doesNotContain("\tat ", "Exception");
      assertThat(docket.out()).doesNotContain("best epoch");
    }
    assertThat(model).doesNotExist();
    assertThat(checkpoint).exists();
    assertNothingHalfWritten();
  }

  @Test
  void twiceInTheFirstEpochNothingIsKept() throws Exception {
    try (RunningDocket docket = train(500, 200).awaitOut(HEAD).signal("INT")) {
      docket.awaitErr("finishing epoch 1").signal("INT");
      assertThat(docket.exitCode()).isEqualTo(130);
      assertThat(docket.err()).contains("stopped in the first epoch: nothing is kept");
    }
    assertThat(model).doesNotExist();
    assertThat(checkpoint).doesNotExist();
    assertNothingHalfWritten();
  }

  @Test
  void whileItReadsCtrlCEndsItAtOnceWithoutAWord() throws Exception {
    Path pipe = folder.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path bad = folder.resolve("bad.csv");
    input = pipe;
    try (RunningDocket docket = train(2, 4, "--bad-rows", bad);
        OutputStream out = Files.newOutputStream(pipe)) {
      // It has asked for more, and there is a bad row by then; the pipe stays open.
      out.write("category,narrative\na,b,c,d\n".repeat(9000).getBytes(StandardCharsets.UTF_8));
      out.flush();
      docket.signal("INT");
      assertThat(docket.exitCode()).isEqualTo(130);
      assertThat(docket.err()).isEmpty();
      assertThat(docket.out()).isEmpty();
    }
    assertThat(model).doesNotExist();
    assertThat(checkpoint).doesNotExist();
    assertNothingHalfWritten();
  }

  @Test
  void sigtermEndsItAtOnceAndLeavesTheCheckpoint() throws Exception {
    try (RunningDocket docket = train(500, 4).awaitOut(FIRST_ROW).signal("TERM")) {
      assertThat(docket.exitCode()).isEqualTo(143);
      assertThat(docket.err()).isEmpty();
    }
    assertThat(model).doesNotExist();
    assertThat(checkpoint).exists();
    assertNothingHalfWritten();
    try (RunningDocket resumed = train(500, 4, "--resume").awaitOut("resumed after epoch \\d")) {
      resumed.signal("TERM");
      assertThat(resumed.exitCode()).isEqualTo(143);
    }
  }

  private RunningDocket train(int epochs, int units, Object... more) throws IOException {
    Object[] arguments = new Object[7 + more.length];
    Object[] fixed = {
      "train", "--input", input, "--output", model, "--config", preset(epochs, units)
    };
    System.arraycopy(fixed, 0, arguments, 0, fixed.length);
    System.arraycopy(more, 0, arguments, fixed.length, more.length);
    return new RunningDocket(folder, arguments);
  }

  private Path preset(int epochs, int units) throws IOException {
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.put("network.units", Integer.toString(units));
    values.put("training.epochs", Integer.toString(epochs));
    values.put("training.patience", Integer.toString(epochs));
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return Files.writeString(folder.resolve("toy.properties"), text);
  }

  private void assertNothingHalfWritten() {
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }
}
