/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;

class GzipInputTest {

  @Test
  void allMembersAreRead() throws IOException {
    byte[] three = concat(gzip("a,b\n"), gzip(""), gzip("\uFEFFa,c\n"));
    assertThat(Reading.of(three).text()).isEqualTo("a,b\n\uFEFFa,c\n");
    try (InputStream in = getClass().getResourceAsStream("17-cat.csv.gz")) {
      assertThat(Reading.of(in.readAllBytes()).text().split("Product,Consumer", -1)).hasSize(3);
    }
  }

  @Test
  void whatStandsBehindTheEndIsTold() throws IOException {
    Reading zeros = Reading.of(concat(gzip("a,b\n"), new byte[100_000]));
    assertThat(zeros.text()).isEqualTo("a,b\n");
    assertThat(zeros.notices)
        .containsExactly(
            "standard input: 100000 bytes of zero behind the end of the gzip data are left out");
    Reading other =
        Reading.of(concat(gzip("a,b\n"), "\u001f other".getBytes(StandardCharsets.UTF_8)));
    assertThat(other.text()).isEqualTo("a,b\n");
    assertThat(other.notices)
        .containsExactly(
            "standard input: 7 bytes that are not gzip behind the end of the gzip data are left out");
  }

  @Test
  void allFieldsOfTheHeaderAreSkipped() throws IOException {
    byte[] plain = gzip("a,b\n");
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 'o', 0, 1, 2};
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    plain[3] = 2 | 4 | 8 | 16;
    bytes.write(plain, 0, 10);
    bytes.write(fields);
    bytes.write(plain, 10, plain.length - 10);
    assertThat(Reading.of(bytes.toByteArray()).text()).isEqualTo("a,b\n");
  }

  @Test
  void aDamageIsToldWhereverItIs() throws IOException {
    byte[] gzip = gzip(Packing.noise(1000));
    for (int i = 10; i < gzip.length; i++) {
      byte[] damaged = gzip.clone();
      damaged[i] ^= 1;
      assertThatThrownBy(() -> Reading.of(damaged))
          .isInstanceOf(DocketException.class)
          .hasMessageMatching(
              "standard input is (damaged: its gzip data cannot be unpacked \\(.+\\)|cut off: its"
                  + " gzip data ends too early); what stands before was read. Get it again, or keep"
                  + " what is whole: gzip -dc FILE > part.csv");
    }
  }

  @Test
  void theChecksumOfEachMemberIsLookedAt() throws IOException {
    byte[] first = gzip("a,b\n");
    first[first.length - 8] ^= 1;
    assertThatThrownBy(() -> Reading.of(concat(first, gzip("c,d\n"))))
        .isInstanceOf(DocketException.class)
        .hasMessageContaining("checksum");
  }

  private static byte[] gzip(String text) throws IOException {
    return Packing.COMPRESSIONS.get("gzip").pack(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
