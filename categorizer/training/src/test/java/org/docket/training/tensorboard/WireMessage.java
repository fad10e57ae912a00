/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message of protocol buffers, read by nothing but the definition of the wire format: no class of
 * the writer's libraries takes part.
 */
final class WireMessage {

  private final Map<Integer, List<Object>> fields = new HashMap<>();

  WireMessage(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (in.hasRemaining()) {
      long key = varint(in);
      fields
          .computeIfAbsent((int) (key >>> 3), k -> new ArrayList<>())
          .add(value(in, (int) key & 7));
    }
  }

  private static Object value(ByteBuffer in, int type) {
    return switch (type) {
      case 0 -> varint(in);
      case 1 -> in.getDouble();
      case 2 -> {
        byte[] bytes = new byte[Math.toIntExact(varint(in))];
        in.get(bytes);
        yield bytes;
      }
      case 5 -> in.getFloat();
      default -> throw new IllegalArgumentException("there is no wire type " + type);
    };
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  boolean has(int field) {
    return fields.containsKey(field);
  }

  /** Of a field that stands once; absent numbers are zero. */
  long number(int field) {
    return has(field) ? (Long) one(field) : 0;
  }

  double real(int field) {
    return has(field) ? ((Number) one(field)).doubleValue() : 0;
  }

  String text(int field) {
    return new String(bytes(field), StandardCharsets.UTF_8);
  }

  byte[] bytes(int field) {
    return (byte[]) one(field);
  }

  WireMessage message(int field) {
    return new WireMessage(bytes(field));
  }

  List<WireMessage> messages(int field) {
    return fields.getOrDefault(field, List.of()).stream()
        .map(bytes -> new WireMessage((byte[]) bytes))
        .toList();
  }

  /** Of a repeated field that is packed. */
  double[] reals(int field) {
    ByteBuffer in = ByteBuffer.wrap(bytes(field)).order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[in.remaining() / Double.BYTES];
    in.asDoubleBuffer().get(values);
    return values;
  }

  private Object one(int field) {
    List<Object> values = fields.get(field);
    if (values == null || values.size() != 1) {
      throw new IllegalArgumentException("field " + field + " does not stand once");
    }
    return values.get(0);
  }
}
