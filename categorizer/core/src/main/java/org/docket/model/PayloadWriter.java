/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.docket.error.DocketException;

/**
 * Writes the primitives of the payload, little-endian, and counts its bytes. See {@link
 * ModelPayload} for their order.
 */
final class PayloadWriter {

  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long flushed;

  PayloadWriter(OutputStream out) {
    this.out = out;
  }

  void integer(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void integers(List<Integer> values) throws IOException {
    integer(values.size());
    for (int value : values) {
      integer(value);
    }
  }

  void integers(int[] values) throws IOException {
    integer(values.length);
    for (int value : values) {
      integer(value);
    }
  }

  void bytes(byte[] values) throws IOException {
    integer(values.length);
    flush();
    out.write(values);
    flushed += values.length;
  }

  void flag(boolean value) throws IOException {
    room(1).put((byte) (value ? 1 : 0));
  }

  void text(String value) throws IOException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= buffer.capacity()) {
      integer(utf8.length);
      room(utf8.length).put(utf8);
    } else {
      bytes(utf8);
    }
  }

  void texts(List<String> values) throws IOException {
    integer(values.size());
    for (String value : values) {
      text(value);
    }
  }

  void map(SortedMap<String, String> values) throws IOException {
    integer(values.size());
    for (Map.Entry<String, String> entry : values.entrySet()) {
      text(entry.getKey());
      text(entry.getValue());
    }
  }

  void floats(float[] values) throws IOException {
    integer(values.length);
    for (float value : values) {
      if (!WeightRange.has(value)) {
        throw new DocketException(WeightRange.problem(value) + ": the training has diverged");
      }
      room(Float.BYTES).putFloat(value);
    }
  }

  void matrix(Matrix matrix) throws IOException {
    integer(matrix.rows());
    integer(matrix.columns());
    floats(matrix.values());
  }

  /** Hands on what is still in the buffer; the stream itself is not flushed. */
  void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    flushed += buffer.position();
    buffer.clear();
  }

  /** How many bytes were handed on. */
  long flushed() {
    return flushed;
  }

  private ByteBuffer room(int size) throws IOException {
    if (buffer.remaining() < size) {
      flush();
    }
    return buffer;
  }
}
