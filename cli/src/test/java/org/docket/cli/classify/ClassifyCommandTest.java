/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    assertThat(runner.out().lines()).hasSize(2);
    assertThat(runner.err()).contains("rows without an answer: 1 bad");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = "my house\nmy caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    System.setIn(new ByteArrayInputStream(latin));
    assertThat(runner.run("classify", "--model", model)).isEqualTo(2);
    assertThat(runner.err())
        .startsWith("docket: standard input, line 2: the row is not in UTF-8; it is likely windows-1252");
    assertThat(runner.out().lines()).as("the line before has its answer").hasSize(1);
  }

  @Test
  void whoeverTypesSeesTheAnswerAtOnce() {
    Typist typist = new Typist(runner, "my house\nplas", "tic fee\n", "my house\n");
    System.setIn(typist);
    assertThat(runner.run("classify", "--model", model, "-")).isZero();
    assertThat(typist.answersSeen).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void longTextsAreNotHeldUntilThereAreMany() {
    String line = "house ".repeat(200_000) + "\n";
    List<Long> answersSeen = new ArrayList<>();
    InputStream all =
        new ByteArrayInputStream((line + line + line).getBytes(StandardCharsets.UTF_8));
    System.setIn(
        new FilterInputStream(all) {
          @Override
          public int available() {
            return 1;
          }

          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            answersSeen.add(runner.out().lines().count());
            return super.read(buffer, from, length);
          }
        });
    assertThat(runner.run("classify", "--model", model)).isZero();
    assertThat(answersSeen).endsWith(3L).contains(0L, 1L, 2L);
  }

  /** Types on when asked for more, and counts the answers on the screen then. */
  private static final class Typist extends InputStream {

    final List<Long> answersSeen = new ArrayList<>();

    private final CommandRunner screen;
    private final Iterator<String> parts;
    private InputStream part = InputStream.nullInputStream();

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
        answersSeen.add(screen.out().lines().count());
        String typed = parts.hasNext() ? parts.next() : "";
        part = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
      }
      return part.read(buffer, from, length);
    }
  }
}
