/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one row, bounded. Grown by hand: ByteArrayOutputStream locks for every byte. */
final class RowBuffer {

  private static final int PREVIEW_BYTES = 300;

  private final int max;
  private byte[] bytes = new byte[1024];
  private int size;

  RowBuffer(int max) {
    this.max = max;
  }

  /**
   * Adds a byte.
   *
   * @throws RowException if the row is longer than the limit
   */
  void add(int value) throws RowException {
    if (size == bytes.length) {
      grow();
    }
    bytes[size++] = (byte) value;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The beginning of the row, whatever it is made of. */
  String preview() {
    return new String(bytes, 0, Math.min(size, PREVIEW_BYTES), StandardCharsets.UTF_8);
  }

  /**
   * The row as text.
   *
   * @throws RowException if it is not UTF-8
   */
  String decode() throws RowException {
    try {
      ByteBuffer row = ByteBuffer.wrap(bytes, 0, size);
      return StandardCharsets.UTF_8.newDecoder().decode(row).toString();
    } catch (CharacterCodingException e) {
      throw new RowException("the row is not in UTF-8", e);
    }
  }

  private void grow() throws RowException {
    if (size >= max) {
      throw new RowException("the row is longer than " + max + " bytes");
    }
    bytes = Arrays.copyOf(bytes, Math.min(max, 2 * size));
  }
}
