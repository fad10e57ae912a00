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

class StreamingTest {

  private static final int TEXT = 100_000;

  @Test
  void readsMoreTextThanTheHeapHolds() throws IOException {
    long rows = Runtime.getRuntime().maxMemory() / TEXT + 1;
    byte[] header = "category,narrative\n".getBytes(StandardCharsets.UTF_8);
    byte[] row = ("a,\"" + "word ".repeat(TEXT / 5) + "\"\n").getBytes(StandardCharsets.UTF_8);
    Stream<byte[]> file = Stream.concat(Stream.of(header), Stream.generate(() -> row).limit(rows));
    Stream<InputStream> parts = file.map(ByteArrayInputStream::new);
    AtomicLong letters = new AtomicLong();
    try (InputStream in = new SequenceInputStream(enumeration(parts.iterator()))) {
      Corpus.read(
          Input.of(in, "large.csv"),
          CorpusOptions.defaults(),
          document -> letters.addAndGet(document.text().length()));
    }
    assertThat(letters.get())
        .isEqualTo(rows * TEXT)
        .isGreaterThan(Runtime.getRuntime().maxMemory());
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
