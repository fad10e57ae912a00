/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.docket.corpus.source.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTest {

  private static final int TEXT = 100_000;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "jsonl", "json", "txt"})
  void readsMoreTextThanTheHeapHolds(String format) throws IOException {
    long rows = Runtime.getRuntime().maxMemory() / TEXT + 1;
    String text = "word ".repeat(TEXT / 5 - 1) + "word.";
    String json = "{\"label\":\"a\",\"text\":\"" + text + "\"}";
    String row =
        switch (format) {
          case "csv" -> "a,\"" + text + "\"\n";
          case "tsv" -> "a\t" + text + "\n";
          case "jsonl" -> json + "\n";
          case "json" -> "," + json;
          default -> "a " + text + "\n";
        };
    String start = format.equals("csv") ? "label,text\n" : format.equals("json") ? "[" + json : "";
    AtomicLong letters = new AtomicLong();
    AtomicLong documents = new AtomicLong();
    try (InputStream in = stream(start, row, rows, format.equals("json") ? "]" : "")) {
      Corpus.read(
          Input.of(in, "large." + format),
          CorpusOptions.defaults(),
          document -> {
            letters.addAndGet(document.text().length());
            documents.incrementAndGet();
          });
    }
    assertThat(documents.get()).isEqualTo(format.equals("json") ? rows + 1 : rows);
    assertThat(letters.get())
        .isEqualTo(documents.get() * TEXT)
        .isGreaterThan(Runtime.getRuntime().maxMemory());
  }

  @Test
  void aQuoteThatIsNeverClosedCostsNoOtherRowOfManyMegabytes() throws IOException {
    String row = "a," + "word ".repeat(TEXT / 5) + "\n";
    String start = "category,narrative\n" + row + "a,\"never closed\n";
    AtomicLong documents = new AtomicLong();
    CorpusOptions options = CorpusOptions.defaults().withOnBadRow(OnBadRow.SKIP);
    CorpusCounts counts;
    try (InputStream in = stream(start, row, 600, "")) {
      counts =
          Corpus.read(Input.of(in, "large.csv"), options, document -> documents.incrementAndGet());
    }
    assertThat(documents.get()).isEqualTo(601);
    assertThat(counts.bad()).isEqualTo(1);
  }

  private static InputStream stream(String start, String row, long rows, String end) {
    byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
    Stream<byte[]> parts =
        Stream.of(
                Stream.of(start.getBytes(StandardCharsets.UTF_8)),
                Stream.generate(() -> bytes).limit(rows),
                Stream.of(end.getBytes(StandardCharsets.UTF_8)))
            .flatMap(part -> part);
    return new SequenceInputStream(
        enumeration(parts.map(b -> (InputStream) new ByteArrayInputStream(b)).iterator()));
  }

  private static Enumeration<InputStream> enumeration(Iterator<InputStream> parts) {
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return parts.hasNext();
      }

      @Override
      public InputStream nextElement() {
        return parts.next();
      }
    };
  }
}
