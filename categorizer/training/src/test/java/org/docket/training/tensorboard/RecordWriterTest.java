/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordWriterTest {

  private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theReaderOfTheseTestsKnowsTheChecksum() {
    assertThat(EventReader.crc(DIGITS)).isEqualTo(0xE3069283); // RFC 3720 and many others
  }

  @Test
  void recordsAreReadBack() throws IOException {
    byte[] file = file(DIGITS, new byte[0], new byte[70_000]);

    assertThat(EventReader.records(file)).containsExactly(DIGITS, new byte[0], new byte[70_000]);
  }

  @Test
  void aBitThatFlipsAnywhereIsFound() throws IOException {
    for (int bit = 0; bit < 8 * file(DIGITS).length; bit++) {
      byte[] damaged = file(DIGITS);
      damaged[bit / 8] ^= (byte) (1 << bit % 8);

      assertThatThrownBy(() -> EventReader.records(damaged)).hasMessageContaining("checksum");
    }
  }

  private static byte[] file(byte[]... records) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordWriter writer = new RecordWriter(out)) {
      for (byte[] record : records) {
        writer.write(record);
      }
    }
    return out.toByteArray();
  }
}
