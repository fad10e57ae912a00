/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.docket.error.DocketException;

/**
 * A long row of numbers, four bytes each: held in memory while it is short, and beyond that in a
 * temporary file that is mapped into memory, of which the system holds what is in use.
 *
 * <p>First appended to by one thread, then {@link #freeze frozen}, and from then on safe to be read
 * by many. The file has no name once it is open where the system allows it (on Linux and macOS), so
 * that not even a killed process leaves it behind.
 */
final class TokenStore implements Closeable {

  /** Numbers held in memory: 64 MB. */
  static final int HELD = 1 << 24;

  /** Numbers of one mapping, which is at most 2 GB: 1 GB. */
  private static final int SEGMENT = 1 << 28;

  private final Path folder;
  private final int held;
  private final int segment;
  private int[] buffer = new int[1 << 10];
  private int used;
  private long size;
  private FileChannel file;
  private final List<IntBuffer> segments = new ArrayList<>();

  /**
   * Begins.
   *
   * @param folder where the file goes, if it comes to that
   */
  TokenStore(Path folder) {
    this(folder, HELD, SEGMENT);
  }

  TokenStore(Path folder, int held, int segment) {
    this.folder = folder;
    this.held = held;
    this.segment = segment;
  }

  /** Numbers so far. */
  long size() {
    return size;
  }

  /** Whether there is a file, open, that the numbers are in. */
  boolean isOnDisk() {
    return file != null && file.isOpen();
  }

  void append(int[] numbers, int count) {
    for (int done = 0; done < count; ) {
      if (used == buffer.length) {
        makeRoom();
      }
      int length = Math.min(count - done, buffer.length - used);
      System.arraycopy(numbers, done, buffer, used, length);
      used += length;
      done += length;
    }
    size += count;
  }

  /** Ends the appending; reading can begin. */
  void freeze() {
    if (file == null) {
      segments.add(IntBuffer.wrap(buffer, 0, used));
      return;
    }
    flush();
    buffer = new int[0];
    try {
      for (long start = 0; start < size; start += segment) {
        long length = Math.min(segment, size - start);
        segments.add(
            file.map(MapMode.READ_ONLY, start * Integer.BYTES, length * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer());
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** A copy of some numbers. */
  int[] read(long start, int length) {
    int[] numbers = new int[length];
    for (int done = 0; done < length; ) {
      IntBuffer from = segments.get((int) ((start + done) / segment));
      int index = (int) ((start + done) % segment);
      int count = Math.min(length - done, from.limit() - index);
      from.get(index, numbers, done, count);
      done += count;
    }
    return numbers;
  }

  @Override
  public void close() {
    segments.clear();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void makeRoom() {
    if (buffer.length < held) {
      buffer = Arrays.copyOf(buffer, Math.min(held, 2 * buffer.length));
    } else {
      flush();
    }
  }

  private void flush() {
    try {
      if (file == null) {
        file = open();
      }
      ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.nativeOrder());
      int room = bytes.capacity() / Integer.BYTES;
      for (int start = 0; start < used; start += room) {
        int count = Math.min(room, used - start);
        bytes.clear().asIntBuffer().put(buffer, start, count);
        bytes.limit(count * Integer.BYTES);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
      used = 0;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private FileChannel open() throws IOException {
    Path path = Files.createTempFile(folder, ".docket-tokens", ".tmp");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private DocketException failed(IOException e) {
    return new DocketException(
        String.format(
            Locale.ROOT,
            "the tokens of the corpus cannot be kept in a file in %s: %s",
            folder,
            e.getMessage()),
        e);
  }
}
