/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The row that is being read: what its fields are made of, and how it begins in the file. Bounded,
 * and used for one row after the other.
 *
 * <p>Grown by hand: ByteArrayOutputStream locks for every byte.
 */
final class RowBuffer {

  /** More are no table, but a row of commas, which would need many times its bytes. */
  static final int MAX_FIELDS = 100_000;

  private static final int PREVIEW_BYTES = 300;

  private final int max;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final byte[] beginning = new byte[PREVIEW_BYTES];
  private byte[] bytes = new byte[1024];
  private int[] ends = new int[16];
  private int length;
  private int size;
  private int fields;

  RowBuffer(int max) {
    this.max = max;
  }

  /** Begins a new row. */
  void clear() {
    length = 0;
    size = 0;
    fields = 0;
  }

  /**
   * Counts a byte of the file, whether it belongs to a field or stands between them.
   *
   * @throws RowException if the row is longer than the limit
   */
  void count(int value) throws RowException {
    if (length == max) {
      throw new RowException("the row is longer than " + max + " bytes");
    }
    if (length < PREVIEW_BYTES) {
      beginning[length] = (byte) value;
    }
    length++;
  }

  /** Adds a byte to the field; it was counted. */
  void add(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
  }

  /**
   * Ends a field, of which there is one at least.
   *
   * @throws RowException if there are too many
   */
  void endField() throws RowException {
    if (fields == MAX_FIELDS) {
      throw new RowException("the row has more than " + MAX_FIELDS + " fields");
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    ends[fields++] = size;
  }

  /** Whether nothing was counted. */
  boolean isEmpty() {
    return length == 0;
  }

  /** The beginning of the row as it stands in the file, whatever it is made of. */
  String preview() {
    return new String(beginning, 0, Math.min(length, PREVIEW_BYTES), StandardCharsets.UTF_8);
  }

  int fieldCount() {
    return fields;
  }

  /**
   * The fields as text.
   *
   * @throws RowException if one is not UTF-8
   */
  List<String> fields() throws RowException {
    List<String> texts = new ArrayList<>(fields);
    int start = 0;
    for (int field = 0; field < fields; field++) {
      texts.add(decode(start, ends[field]));
      start = ends[field];
    }
    return texts;
  }

  private String decode(int start, int end) throws RowException {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
    } catch (CharacterCodingException e) {
      throw new RowException("the row is not in UTF-8", e);
    }
  }
}
