/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.junit.jupiter.api.Test;

/** Whoever types, or reads our pipe, is waited for only after an answer to what is there. */
class TypedInputTest {

  private final List<String> events = new ArrayList<>();

  @Test
  void eachLineIsAnsweredBeforeTheNextIsAskedFor() {
    read("one\n", "two\r", "\nthr", "ee\nfour\nfi", "ve");
    assertThat(events)
        .containsExactly(
            "wait", "one", "wait", "two", "wait", "wait", "three", "four", "wait", "wait", "five");
  }

  @Test
  void eachRowOfACsvIsAnsweredBeforeTheNextIsAskedFor() {
    read("id,narrative\n", "1,one\n", "2,\"two", "\n\"\n3,three\n4", ",four");
    assertThat(events)
        .containsExactly(
            "wait", "wait", "one", "wait", "wait", "two\n", "three", "wait", "wait", "four");
  }

  @Test
  void eachLineOfJsonIsAnsweredBeforeTheNextIsAskedFor() {
    read("{\"text\":\"one\"}\n", "{\"text\":\"two\"}\r\n{\"text\":", "\"three\"}\n");
    assertThat(events).containsExactly("wait", "one", "wait", "two", "wait", "three", "wait");
  }

  private void read(String... parts) {
    Corpus.rows(
        Input.of(new Typed(List.of(parts).iterator()), "standard input"),
        CorpusOptions.builder().labelled(false).plainFormat(CorpusFormat.LINES).build(),
        new RowHandler() {
          @Override
          public void row(Row row) {
            events.add(row.text());
          }

          @Override
          public void waiting() {
            events.add("wait");
          }
        });
  }

  /** Has at hand what somebody has typed, and then nothing until more is asked for. */
  private static final class Typed extends InputStream {

    private final Iterator<String> parts;
    private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

    Typed(Iterator<String> parts) {
      this.parts = parts;
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
        String next = parts.hasNext() ? parts.next() : "";
        part = new ByteArrayInputStream(next.getBytes(StandardCharsets.UTF_8));
      }
      return part.read(buffer, from, length);
    }
  }
}
