/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.memory.Heap;

/**
 * Reads what {@link PayloadWriter} wrote, from a stream, so that the payload is never held as a
 * whole. Every count is checked against the bytes that are left before anything is allocated, and
 * what is large grows as its bytes arrive: no file can ask for more memory than it has bytes (times
 * a small factor).
 */
final class PayloadReader {

  /** The room for weights grows so many times at once, and is never that much too large. */
  private static final int GROWTH = 8;

  /** What a text takes in memory before the vocabulary is made: a String, and its place there. */
  private static final long TEXT = 128;

  /** What a number of a list takes: an Integer, and its place there. */
  private static final long NUMBER = 24;

  /** So many letters are looked after together. */
  private static final int LETTERS = 1 << 20;

  private static final char REPLACEMENT = '\uFFFD';

  private final InputStream in;
  private final long length;
  private final Heap heap;

  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  /** Bytes of the payload that are not in the buffer yet. */
  private long unread;

  /**
   * @param in gives the payload, and is not read beyond it
   * @param length bytes that the payload claims to have
   */
  PayloadReader(InputStream in, int length, Heap heap) {
    this.in = in;
    this.length = length;
    this.heap = heap;
    this.unread = length;
    buffer.limit(0);
  }

  /**
   * What so many bytes of weights take while they are read: G1 leaves a hole for what they outgrew.
   */
  static long roomFor(long bytes) {
    return bytes + 2 * bytes / GROWTH;
  }

  int integer() throws IOException {
    require("a number", Integer.BYTES);
    return filled(Integer.BYTES).getInt();
  }

  List<Integer> integers() throws IOException {
    int count = count("the number of numbers", Integer.BYTES);
    requireRoom("its profile", count * NUMBER);
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(integer());
    }
    return values;
  }

  /** As {@link #integers}, for many. */
  int[] integerArray() throws IOException {
    int count = count("the number of numbers", Integer.BYTES);
    requireRoom("reading its n-grams", roomFor((long) Integer.BYTES * count));
    int[] values = new int[firstRoom(count)];
    int size = 0;
    while (size < count) {
      if (size == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, (long) GROWTH * size));
      }
      filled(Integer.BYTES);
      int some = Math.min(values.length - size, buffer.remaining() / Integer.BYTES);
      buffer.asIntBuffer().get(values, size, some);
      buffer.position(buffer.position() + some * Integer.BYTES);
      size += some;
    }
    return values;
  }

  byte[] bytes() throws IOException {
    int size = count("the number of bytes", 1);
    requireRoom("reading its n-grams", roomFor(size));
    return bytes(size);
  }

  boolean flag() throws IOException {
    require("a flag", 1);
    byte value = filled(1).get();
    if (value != 0 && value != 1) {
      throw new ModelFormatException("a flag must be 0 or 1, but is " + value);
    }
    return value == 1;
  }

  String text() throws IOException {
    int size = count("the length of a text", 1);
    if (size > LETTERS) {
      requireRoom("a text of it", roomFor(size) + (long) Character.BYTES * size);
    }
    byte[] utf8 = bytes(size);
    String text = new String(utf8, StandardCharsets.UTF_8);
    // What is not UTF-8 becomes this character, which may also stand there itself.
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(utf8);
    }
    return text;
  }

  private static void requireUtf8(byte[] text) throws ModelFormatException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new ModelFormatException("a text is not UTF-8", e);
    }
  }

  List<String> texts() throws IOException {
    int count = count("the number of texts", Integer.BYTES);
    requireRoom("its vocabulary", count * TEXT);
    List<String> texts = new ArrayList<>();
    long letters = 0;
    long cared = 0;
    for (int i = 0; i < count; i++) {
      String text = text();
      letters += text.length();
      if (letters > cared + LETTERS) { // they stand once more in what finds them
        requireRoom("its vocabulary", Character.BYTES * letters);
        cared = letters;
      }
      texts.add(text);
    }
    return texts;
  }

  SortedMap<String, String> map() throws IOException {
    int count = count("the number of entries", 2 * Integer.BYTES);
    requireRoom("its provenance", 2 * count * TEXT);
    SortedMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      map.put(text(), text());
    }
    return map;
  }

  float[] floats() throws IOException {
    int count = count("the number of weights", Float.BYTES);
    requireRoom("reading its weights", roomFor((long) Float.BYTES * count));
    float[] values = new float[firstRoom(count)];
    int size = 0;
    while (size < count) {
      if (size == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, (long) GROWTH * size));
      }
      filled(Float.BYTES);
      int some = Math.min(values.length - size, buffer.remaining() / Float.BYTES);
      buffer.asFloatBuffer().get(values, size, some);
      buffer.position(buffer.position() + some * Float.BYTES);
      // Here, and not at the end: a fresh JVM compiles the check while it reads.
      requireRange(values, size, size + some);
      size += some;
    }
    return values;
  }

  Matrix matrix() throws IOException {
    int rows = integer();
    int columns = integer();
    return new Matrix(rows, columns, floats());
  }

  void requireEnd() throws ModelFormatException {
    if (remaining() > 0) {
      throw new ModelFormatException(remaining() + " bytes follow the end of the model");
    }
  }

  /** Reads what is left, to see whether it is there, and its checksum right. */
  void skipRest() throws IOException {
    while (unread > 0) {
      buffer.position(buffer.limit());
      filled(1);
    }
  }

  private static void requireRange(float[] values, int from, int to) throws ModelFormatException {
    int wrong = WeightRange.firstOutside(values, from, to);
    if (wrong >= 0) {
      throw new ModelFormatException(WeightRange.problem(values[wrong]));
    }
  }

  /** Reads a count of things that take at least {@code size} bytes each. */
  private int count(String name, int size) throws IOException {
    int count = integer();
    if (count < 0 || count > remaining() / size) {
      throw new ModelFormatException(
          String.format(
              Locale.ROOT, "%s is %d, but only %d bytes are left", name, count, remaining()));
    }
    return count;
  }

  /** How much to begin with, so that the last growth, which copies most, is a full one. */
  private int firstRoom(int count) {
    int room = count;
    while (room > buffer.capacity()) {
      room = (room + GROWTH - 1) / GROWTH;
    }
    return room;
  }

  private void require(String what, int size) throws ModelFormatException {
    if (remaining() < size) {
      throw new ModelFormatException("it ends where " + what + " should stand");
    }
  }

  private void requireRoom(String what, long size) throws ModelFormatException {
    Optional<String> shortage = heap.shortage(what, size);
    if (shortage.isPresent()) {
      throw new ModelFormatException(shortage.get());
    }
  }

  private long remaining() {
    return unread + buffer.remaining();
  }

  private byte[] bytes(int size) throws IOException {
    byte[] bytes = new byte[firstRoom(size)];
    int read = 0;
    while (read < size) {
      if (read == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(size, (long) GROWTH * read));
      }
      int some = Math.min(bytes.length - read, filled(1).remaining());
      buffer.get(bytes, read, some);
      read += some;
    }
    return bytes;
  }

  /**
   * The buffer with at least so many bytes in it, which the payload has.
   *
   * @throws ModelFormatException if the file ends before its payload
   */
  private ByteBuffer filled(int size) throws IOException {
    if (buffer.remaining() < size) {
      buffer.compact();
      int wanted = (int) Math.min(buffer.remaining(), unread);
      int read = in.readNBytes(buffer.array(), buffer.position(), wanted);
      buffer.position(buffer.position() + read).flip();
      unread -= read;
      if (read < wanted) {
        throw new ModelFormatException(
            String.format(
                Locale.ROOT, "it is truncated: %d of %d bytes are there", length - unread, length),
            new EOFException());
      }
    }
    return buffer;
  }
}
