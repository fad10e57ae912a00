/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipeTest {

  @TempDir Path folder;

  /** Gives one part after the other; what a read asks for beyond the part is not waited for. */
  private static final class Parts extends InputStream {

    private final List<byte[]> parts;
    private InputStream part = InputStream.nullInputStream();
    private int begun;
    private int ends;

    Parts(List<byte[]> parts) {
      this.parts = parts;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (part.available() == 0) {
        if (begun == parts.size()) {
          ends++;
          return -1;
        }
        part = new ByteArrayInputStream(parts.get(begun++));
      }
      return part.read(buffer, from, length);
    }

    @Override
    public int available() throws IOException {
      return part.available();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachLineIsThereBeforeTheNextOneIsWaitedFor(boolean packed) throws IOException {
    List<String> lines = List.of("P", "\n", "category,narrative\n", "a,\u00e9\n", "b,two\n", "c");
    Parts parts = new Parts(packed ? flushed(lines) : utf8(lines));
    List<String> events = new ArrayList<>();
    TextSources.read(
        Input.of(parts, "standard input"),
        Optional.empty(),
        () -> events.add("waits"),
        events::add,
        text -> {
          assertThat(text.beginning()).isEqualTo("P\n");
          char[] buffer = new char[1000];
          Reader reader = text.reader();
          for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            events.add(String.valueOf(buffer, 0, read));
          }
        });
    List<String> seen = new ArrayList<>();
    for (String event : events) {
      if (seen.isEmpty() || !event.equals(seen.get(seen.size() - 1))) {
        seen.add(event);
      }
    }
    assertThat(seen)
        .containsExactly(
            "waits",
            "P\n",
            "waits",
            "category,narrative\n",
            "waits",
            "a,\u00e9\n",
            "waits",
            "b,two\n",
            "waits",
            "c",
            "waits");
    assertThat(parts.ends).isEqualTo(1);
  }

  @Test
  void aCharacterInTwoPartsIsOne() throws IOException {
    byte[] letter = "\u20ac".getBytes(StandardCharsets.UTF_8);
    Parts parts = new Parts(List.of(new byte[] {letter[0]}, new byte[] {letter[1], letter[2]}));
    assertThat(Reading.of(Input.of(parts, "x")).text()).isEqualTo("\u20ac");
  }

  @Test
  void whatFailsBeforeWaitingIsNoDamage() {
    IllegalStateException closed = new IllegalStateException("the reader is gone");
    Parts parts = new Parts(flushed(List.of("a,b\n", "c,d\n")));
    AtomicInteger waits = new AtomicInteger();
    assertThatThrownBy(
            () ->
                TextSources.read(
                    Input.of(parts, "x"),
                    Optional.empty(),
                    () -> {
                      if (waits.incrementAndGet() > 1) {
                        throw closed;
                      }
                    },
                    notice -> {},
                    text -> new BufferedReader(text.reader()).lines().count()))
        .isSameAs(closed);
  }

  @Test
  void aFailureOfTheDiskIsNoDamage() {
    IOException failure = new IOException("Input/output error");
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream(flushed(List.of("a,b\n")).get(0))) {
          @Override
          public int read(byte[] buffer, int from, int length) throws IOException {
            if (available() == 0) {
              throw failure;
            }
            return super.read(buffer, from, length);
          }
        };
    assertThatThrownBy(() -> Reading.of(Input.of(in, "x"))).isSameAs(failure);
  }

  @Test
  void standardInputIsLeftOpen() throws IOException {
    AtomicInteger closed = new AtomicInteger();
    InputStream in =
        new FilterInputStream(new ByteArrayInputStream("a,b\n".getBytes(StandardCharsets.UTF_8))) {
          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };
    Reading.of(Input.of(in, "x"));
    assertThat(closed).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "gzip", "zip"})
  @DisabledOnOs(OS.WINDOWS)
  void aNamedPipeIsReadLikeAFile(String kind) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    byte[] bytes =
        switch (kind) {
          case "gzip" -> Packing.COMPRESSIONS.get("gzip").pack(csv());
          case "zip" -> ((Packing) out -> Packing.zip(out, "a.csv")).pack(csv());
          default -> csv();
        };
    Thread writer = new Thread(() -> write(pipe, bytes), "writer");
    writer.start();
    assertThat(Reading.of(Input.of(pipe)).text().getBytes(StandardCharsets.UTF_8)).isEqualTo(csv());
    writer.join();
  }

  private static void write(Path pipe, byte[] bytes) {
    try (OutputStream out = Files.newOutputStream(pipe)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new DocketException("the pipe", e);
    }
  }

  private static byte[] csv() {
    return Packing.noise(300_000).getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> utf8(List<String> lines) {
    return lines.stream().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** Each line can be unpacked as soon as its part is there. */
  private static List<byte[]> flushed(List<String> lines) {
    List<byte[]> parts = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 512, true)) {
      for (String line : lines) {
        gzip.write(line.getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        parts.add(bytes.toByteArray());
        bytes.reset();
      }
    } catch (IOException e) {
      throw new DocketException("no gzip", e);
    }
    parts.add(bytes.toByteArray());
    return parts;
  }
}
