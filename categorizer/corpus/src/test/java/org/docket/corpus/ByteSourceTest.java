/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\uFEFF", "\uF8FF", "caf\u00e9"})
  void onlyAWholeByteOrderMarkIsSkipped(String text) throws IOException {
    assertThat(rest(bytewise("\uFEFF" + text))).asString(StandardCharsets.UTF_8).isEqualTo(text);
    byte[] half = {(byte) 0xEF, (byte) 0xBB};
    assertThat(rest(new ByteArrayInputStream(half))).isEqualTo(half);
    assertThat(rest(bytewise("\uF8FF" + text)))
        .asString(StandardCharsets.UTF_8)
        .startsWith("\uF8FF");
  }

  @Test
  void ofAByteOrderMarkNoMoreIsAskedForThanItsBytes() throws IOException {
    InputStream in = bytewise("\uFEFFabc");
    ByteSource source = new ByteSource(in);
    assertThat(in.available()).isEqualTo(3);
    assertThat(source.line()).isEqualTo(1);
    assertThat(source.read()).isEqualTo('a');
  }

  @Test
  void theEndIsAskedForOnce() throws IOException {
    // In a terminal each end must be typed.
    AtomicInteger ends = new AtomicInteger();
    InputStream terminal =
        new ByteArrayInputStream("a".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public int read(byte[] buffer, int from, int length) {
            ends.addAndGet(available() == 0 ? 1 : 0);
            return super.read(buffer, from, length);
          }
        };
    ByteSource source = new ByteSource(terminal);
    assertThat(source.read()).isEqualTo('a');
    for (int i = 0; i < 3; i++) {
      assertThat(source.read()).isEqualTo(ByteSource.END);
      assertThat(source.nextLine()).isFalse();
    }
    assertThat(ends).hasValue(1);
  }

  @Test
  void readsWhatIsLargerThanItsBuffer() throws IOException {
    String text = "0123456789\r\n".repeat(20_000);
    ByteSource source =
        new ByteSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(rest(source)).asString(StandardCharsets.UTF_8).isEqualTo(text);
    assertThat(source.line()).isEqualTo(20_001);
  }

  private static byte[] rest(InputStream in) throws IOException {
    return rest(new ByteSource(in));
  }

  private static byte[] rest(ByteSource source) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (int value = source.read(); value != ByteSource.END; value = source.read()) {
      rest.write(value);
    }
    return rest.toByteArray();
  }

  /** Gives a byte at a time. */
  private static InputStream bytewise(String text) {
    return new FilterInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        return super.read(buffer, from, Math.min(1, length));
      }
    };
  }
}
