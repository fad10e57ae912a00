/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain text, a document a line. */
class LinesTest {

  private final List<String> lines = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void eachLineIsADocumentAlsoAnEmptyOne() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFFone\r\n\r\n two \n\rlast");
    CorpusCounts counts = read(Input.of(file), OnBadRow.FAIL, lines::add, () -> {});
    assertThat(lines).containsExactly("one", "", " two ", "", "last");
    assertThat(counts.rows()).isEqualTo(5);
    assertThat(counts.leftOut()).isEqualTo("2 without text");
  }

  @Test
  void aLineThatIsTooLongIsRefusedWithItsNumberOrSkipped() throws IOException {
    String text = "one\n" + "x".repeat(Corpus.MAX_ROW) + "\n" + "y".repeat(20_000_001);
    Path file = Files.writeString(folder.resolve("a.txt"), text + "\nlast\n");
    assertThatThrownBy(() -> read(Input.of(file), OnBadRow.FAIL, lines::add, () -> {}))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(
            file + ", line 3: the row is longer than 20000000 characters: \"yyy");
    lines.clear();
    CorpusCounts counts = read(Input.of(file), OnBadRow.SKIP, lines::add, () -> {});
    assertThat(lines).extracting(String::length).containsExactly(3, 20_000_000, 4);
    assertThat(counts.leftOut()).isEqualTo("1 bad");
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirLine() {
    byte[] latin = "one\ncaf\u00e9\nlast".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () ->
                read(
                    Input.of(new ByteArrayInputStream(latin), "input"),
                    OnBadRow.FAIL,
                    lines::add,
                    () -> {}))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "input, line 2: the row is not in UTF-8; it is likely windows-1252: add --encoding"
                + " windows-1252: \"caf\uFFFD\" (--on-bad-row skip leaves such rows out)");
    assertThat(lines).containsExactly("one");
  }

  @Test
  void whoeverTypesIsAskedForMoreOnlyAfterAnAnswer() throws IOException {
    List<String> events = new ArrayList<>();
    InputStream typed = new Typed(List.of("one\n", "two\r", "\nthr", "ee\nfour\nfi", "ve"), events);
    read(Input.of(typed, "input"), OnBadRow.FAIL, events::add, () -> events.add("answer"));
    assertThat(events)
        .containsExactly(
            "answer", "(typed)", "one", "answer", "(typed)", "two", "answer", "(typed)", "answer",
            "(typed)", "three", "four", "answer", "(typed)", "answer", "(end)", "five");
  }

  @Test
  void aMissingFileAndABrokenArchiveAreNamed() throws IOException {
    Path missing = folder.resolve("no.txt");
    assertThatThrownBy(() -> read(Input.of(missing), OnBadRow.FAIL, lines::add, () -> {}))
        .isInstanceOf(DocketException.class)
        .hasMessage("the file " + missing + " does not exist");
    Path broken = Files.write(folder.resolve("a.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    assertThatThrownBy(() -> read(Input.of(broken), OnBadRow.FAIL, lines::add, () -> {}))
        .isInstanceOf(DocketException.class)
        .hasMessageStartingWith(broken + " is cut off");
  }

  private static CorpusCounts read(
      Input input, OnBadRow onBadRow, Consumer<String> consumer, Runnable beforeWaiting) {
    CorpusOptions options =
        CorpusOptions.builder()
            .format(CorpusFormat.LINES)
            .labelled(false)
            .onBadRow(onBadRow)
            .build();
    return Corpus.rows(
        input,
        options,
        new RowHandler() {
          @Override
          public void row(Row row) {
            if (row.problem().isEmpty()) {
              consumer.accept(row.text());
            }
          }

          @Override
          public void waiting() {
            beforeWaiting.run();
          }
        });
  }

  /** Has at hand what somebody has typed, and then nothing until more is asked for. */
  private static final class Typed extends InputStream {

    private final Iterator<String> parts;
    private final List<String> events;
    private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

    Typed(List<String> parts, List<String> events) {
      this.parts = parts.iterator();
      this.events = events;
    }

    @Override
    public int available() {
      return part.available();
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("byte by byte is slow");
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      if (part.available() == 0) {
        events.add(parts.hasNext() ? "(typed)" : "(end)");
        part = new ByteArrayInputStream(next().getBytes(StandardCharsets.UTF_8));
      }
      return part.read(buffer, from, length);
    }

    private String next() {
      return parts.hasNext() ? parts.next() : "";
    }
  }
}
