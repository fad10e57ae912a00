/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are: texts, or a message for people. */
class AnyBytesTest {

  /** Of changes of each seed; some 5,000 a second. */
  private static final int CHANGES = Integer.getInteger("docket.test.changes", 300);

  private static final List<String> CHARSETS =
      List.of(
          "UTF-8",
          "UTF-16",
          "UTF-16LE",
          "windows-1252",
          "Shift_JIS",
          "GB18030",
          "EUC-JP",
          "ISO-2022-JP",
          "Big5",
          "x-MacRoman",
          "IBM037",
          "US-ASCII");

  static IntStream seeds() throws IOException {
    return IntStream.range(0, originals().size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void giveTextsOrAMessage(int seed) throws IOException {
    byte[] original = originals().get(seed);
    Random random = new Random(seed);
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = change(original.clone(), random);
      Optional<Charset> charset =
          random.nextInt(3) > 0
              ? Optional.empty()
              : Optional.of(Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size()))));
      try {
        Reading.of(Input.of(new ByteArrayInputStream(changed), "x"), charset);
      } catch (DocketException e) {
        assertThat(e.getMessage()).startsWith("x").doesNotContain("\n");
      } catch (IOException | RuntimeException | Error e) {
        throw new AssertionError(
            "change " + i + ": " + Base64.getEncoder().encodeToString(changed), e);
      }
    }
  }

  private static byte[] change(byte[] bytes, Random random) {
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(64, bytes.length));
      bytes[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) (bytes[at] ^ 1 << random.nextInt(8));
    }
    return random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  private static List<byte[]> originals() throws IOException {
    byte[] csv =
        ("\uFEFFcategory,narrative\nMortgage,\"Na\u00efve \u20ac\"\n" + Packing.noise(2000))
            .getBytes(StandardCharsets.UTF_8);
    List<byte[]> all = new ArrayList<>(List.of(csv, new byte[0], new byte[600]));
    all.add("a,b\u4e00\n".getBytes(StandardCharsets.UTF_16LE));
    for (Packing packing : Packing.ALL.values()) {
      all.add(packing.pack(csv));
      all.add(((Packing) out -> Packing.zip(out, "a.csv")).pack(packing.pack(csv)));
    }
    for (String name :
        new String[] {"bzip2", "deflate64", "lzma", "stored-streamed", "zip64", "zip64-streamed"}) {
      try (InputStream in = AnyBytesTest.class.getResourceAsStream("14-" + name + ".zip")) {
        all.add(in.readAllBytes());
      }
    }
    return all;
  }
}
