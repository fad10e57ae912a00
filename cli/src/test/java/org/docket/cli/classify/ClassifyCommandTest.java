/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.docket.cli.CommandRunner;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docket classify} makes of lines, with a small stock model. */
class ClassifyCommandTest {

  private static final InputStream STANDARD_INPUT = System.in;

  @TempDir static Path models;

  private static Path model;

  private final CommandRunner runner = new CommandRunner();

  @TempDir Path folder;

  @BeforeAll
  static void trainStockModel() throws IOException {
    model = TinyStockModel.train(models.resolve("stock.bin"));
  }

  @AfterEach
  void putStandardInputBack() {
    System.setIn(STANDARD_INPUT);
  }

  @Test
  void aLineThatIsTooLongIsRefusedOrSkipped() throws IOException {
    String text = "my house\n" + "x".repeat(20_000_001) + "\nplastic fee\n";
    Path lines = Files.writeString(folder.resolve("lines.txt"), text);
    assertThat(runner.run("classify", "--model", model, lines)).isEqualTo(2);
    assertThat(runner.err())
        .startsWith("docket: " + lines + ", line 2: the row is longer than 20000000 characters");

    assertThat(runner.run("classify", "--model", model, lines, "--on-bad-row", "skip")).isZero();
    assertThat(runner.out().lines().toList())
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("(bad row: the row is longer than 20000000 characters)  | xxx");
    assertThat(runner.err()).contains("rows without an answer: 1 bad");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = "my house\nmy caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    System.setIn(new ByteArrayInputStream(latin));
    assertThat(runner.run("classify", "--model", model)).isEqualTo(2);
    assertThat(runner.err())
        .startsWith(
            "docket: standard input, line 2: the row is not in UTF-8; it is likely windows-1252");
    assertThat(runner.out().lines()).as("the line before has its answer").hasSize(1);
  }

  @Test
  void whoeverTypesSeesTheAnswerAtOnce() {
    Typist typist = new Typist(runner, "my house\nplas", "tic fee\n", "my house\n");
    System.setIn(typist);
    assertThat(runner.run("classify", "--model", model, "-")).isZero();
    assertThat(typist.impatient).as("typed on before there was an answer").isZero();
    assertThat(runner.out().lines()).hasSize(3);
  }

  /** Types on as soon as there are as many answers on the screen as lines that have been typed. */
  private static final class Typist extends InputStream {

    int impatient;

    private final CommandRunner screen;
    private final Iterator<String> parts;
    private InputStream part = InputStream.nullInputStream();
    private long lines;

    Typist(CommandRunner screen, String... parts) {
      this.screen = screen;
      this.parts = List.of(parts).iterator();
    }

    @Override
    public int available() throws IOException {
      return part.available();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (part.available() == 0) {
        waitForAnswers();
        String typed = parts.hasNext() ? parts.next() : "";
        lines += typed.chars().filter(letter -> letter == '\n').count();
        part = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
      }
      return part.read(buffer, from, length);
    }

    private void waitForAnswers() {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (screen.out().lines().count() < lines) {
        if (System.nanoTime() > end) {
          impatient++;
          return;
        }
        Thread.onSpinWait();
      }
    }
  }
}
