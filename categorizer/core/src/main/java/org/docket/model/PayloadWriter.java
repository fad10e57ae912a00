/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes the primitives of the payload, little-endian. See {@link ModelPayload} for their order.
 */
final class PayloadWriter {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void integer(int value) {
    bytes.writeBytes(buffer(Integer.BYTES).putInt(value).array());
  }

  void flag(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    integer(utf8.length);
    bytes.writeBytes(utf8);
  }

  void texts(List<String> values) {
    integer(values.size());
    values.forEach(this::text);
  }

  void map(SortedMap<String, String> values) {
    integer(values.size());
    for (Map.Entry<String, String> entry : values.entrySet()) {
      text(entry.getKey());
      text(entry.getValue());
    }
  }

  void floats(float[] values) {
    integer(values.length);
    ByteBuffer buffer = buffer(Math.multiplyExact(values.length, Float.BYTES));
    buffer.asFloatBuffer().put(values);
    bytes.writeBytes(buffer.array());
  }

  void matrix(Matrix matrix) {
    integer(matrix.rows());
    integer(matrix.columns());
    floats(matrix.values());
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
