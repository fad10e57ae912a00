/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.docket.cli.terminal.DisplayWidth;
import org.docket.cli.terminal.Glyphs;
import org.docket.cli.terminal.Paint;
import org.docket.cli.terminal.Terminal;
import org.docket.training.EpochMetrics;
import org.docket.training.Scores;
import org.junit.jupiter.api.Test;

class EpochTableTest {

  private final StringWriter out = new StringWriter();

  @Test
  void aFileGetsTheLinesThatScriptsKnow() {
    print(new EpochTable(new PrintWriter(out), Terminal.NONE), 2);
    assertThat(out.toString().lines())
        .containsExactly(
            "epoch     loss  accuracy | validation: loss  accuracy  macro-F1 | seconds",
            "    1   2.0000    0.5000 |           1.0000    0.6000    0.5000 |     1.5  best",
            "    2   1.0000    0.5000 |           0.5000    0.6000    0.5000 |     1.5  best");
  }

  @Test
  void aTerminalAlsoGetsTheCurveAndALineThatSumsUp() {
    print(new EpochTable(new PrintWriter(out), terminal(Glyphs.UNICODE)), 3);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(1))
        .isEqualTo("epoch     loss accuracy      loss accuracy macro-F1    time");
    assertThat(lines.get(3))
        .isEqualTo(
            "    2   1.0000   0.5000    0.5000   0.6000   0.5000   1.5 s  █▁            best");
    assertThat(lines.get(6)).isEqualTo("3 epochs in 4.5 s, the best is epoch 3");
    assertThat(lines.get(7)).isEqualTo("loss of training █▃▁, of validation █▃▁");
  }

  @Test
  void withoutSuchCharactersItIsTheTableAlone() {
    print(new EpochTable(new PrintWriter(out), terminal(Glyphs.ASCII)), 3);
    assertThat(out.toString().lines().toList().get(2)).endsWith("1.5 s  best");
    assertThat(out.toString()).endsWith("3 epochs in 4.5 s, the best is epoch 3\n");
    assertThat(out.toString().chars()).allMatch(c -> c < 128);
  }

  @Test
  void manyEpochsFitIntoEightyColumns() {
    print(new EpochTable(new PrintWriter(out), terminal(Glyphs.UNICODE)), 500);
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(80));
  }

  private static Terminal terminal(Glyphs glyphs) {
    return new Terminal(true, 80, glyphs, Paint.NONE);
  }

  private static void print(EpochTable table, int epochs) {
    table.head();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      Scores training = new Scores(2.0 / epoch, 0.5, 0.4);
      Scores validation = new Scores(1.0 / epoch, 0.6, 0.5);
      table.add(new EpochMetrics(epoch, 1, training, training, validation), true, 1.5);
    }
    table.sum();
  }
}
