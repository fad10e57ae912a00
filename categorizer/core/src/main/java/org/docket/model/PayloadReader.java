/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what {@link PayloadWriter} wrote. Every count is checked against the bytes that are left
 * before anything is allocated, so that no file can ask for more memory than it has bytes (times a
 * small factor).
 */
final class PayloadReader {

  private final ByteBuffer bytes;

  /** One for all texts, which are many. */
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

  PayloadReader(byte[] payload) {
    this.bytes = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
  }

  int integer() throws ModelFormatException {
    require("a number", Integer.BYTES);
    return bytes.getInt();
  }

  boolean flag() throws ModelFormatException {
    require("a flag", 1);
    byte value = bytes.get();
    if (value != 0 && value != 1) {
      throw new ModelFormatException("a flag must be 0 or 1, but is " + value);
    }
    return value == 1;
  }

  String text() throws ModelFormatException {
    int length = count("the length of a text", 1);
    ByteBuffer utf8 = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    try {
      return decoder.decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new ModelFormatException("a text is not UTF-8", e);
    }
  }

  List<String> texts() throws ModelFormatException {
    int count = count("the number of texts", Integer.BYTES);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }

  SortedMap<String, String> map() throws ModelFormatException {
    int count = count("the number of entries", 2 * Integer.BYTES);
    SortedMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      map.put(text(), text());
    }
    return map;
  }

  float[] floats() throws ModelFormatException {
    float[] values = new float[count("the number of weights", Float.BYTES)];
    bytes.asFloatBuffer().get(values);
    bytes.position(bytes.position() + values.length * Float.BYTES);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new ModelFormatException("a weight is " + value);
      }
    }
    return values;
  }

  Matrix matrix() throws ModelFormatException {
    int rows = integer();
    int columns = integer();
    return new Matrix(rows, columns, floats());
  }

  void requireEnd() throws ModelFormatException {
    if (bytes.hasRemaining()) {
      throw new ModelFormatException(bytes.remaining() + " bytes follow the end of the model");
    }
  }

  /** Reads a count of things that take at least {@code size} bytes each. */
  private int count(String name, int size) throws ModelFormatException {
    int count = integer();
    if (count < 0 || count > bytes.remaining() / size) {
      throw new ModelFormatException(
          String.format(
              Locale.ROOT, "%s is %d, but only %d bytes are left", name, count, bytes.remaining()));
    }
    return count;
  }

  private void require(String what, int size) throws ModelFormatException {
    if (bytes.remaining() < size) {
      throw new ModelFormatException("it ends where " + what + " should stand");
    }
  }
}
