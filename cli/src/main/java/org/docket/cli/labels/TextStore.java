/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.docket.error.DocketException;

/**
 * Texts by number: held in memory while they are few, and beyond that in a temporary file, which is
 * gone when this is closed. For one thread.
 */
final class TextStore implements Closeable {

  /** Bytes held in memory: 16 MB. */
  private static final int HELD = 1 << 24;

  private final Path folder;
  private final int held;
  private final List<byte[]> memory = new ArrayList<>();
  private final List<Entry> onDisk = new ArrayList<>();
  private long bytes;
  private FileChannel file;
  private long written;

  /**
   * Begins.
   *
   * @param folder where the file goes, if it comes to that
   */
  TextStore(Path folder) {
    this(folder, HELD);
  }

  TextStore(Path folder, int held) {
    this.folder = folder;
    this.held = held;
  }

  /** Adds a text; its number, from 0. */
  int add(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    memory.add(encoded);
    bytes += encoded.length;
    int number = onDisk.size() + memory.size() - 1;
    if (bytes > held) {
      flush();
    }
    return number;
  }

  /** A text that was added. */
  String get(int number) {
    byte[] encoded =
        number < onDisk.size() ? read(onDisk.get(number)) : memory.get(number - onDisk.size());
    return new String(encoded, StandardCharsets.UTF_8);
  }

  boolean isOnDisk() {
    return file != null && file.isOpen();
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  private record Entry(long start, int length) {}

  private byte[] read(Entry entry) {
    ByteBuffer target = ByteBuffer.allocate(entry.length());
    try {
      while (target.hasRemaining()) {
        if (file.read(target, entry.start() + target.position()) < 0) {
          throw new EOFException("it has been cut");
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return target.array();
  }

  private void flush() {
    try {
      if (file == null) {
        file = open();
      }
      for (byte[] text : memory) {
        onDisk.add(new Entry(written, text.length));
        ByteBuffer source = ByteBuffer.wrap(text);
        while (source.hasRemaining()) {
          written += file.write(source, written);
        }
      }
      memory.clear();
      bytes = 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private FileChannel open() throws IOException {
    Path path = Files.createTempFile(folder, ".docket-texts", ".tmp");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private DocketException failed(IOException e) {
    return new DocketException(
        String.format(
            Locale.ROOT, "texts cannot be kept in a file in %s: %s", folder, e.getMessage()),
        e);
  }
}
