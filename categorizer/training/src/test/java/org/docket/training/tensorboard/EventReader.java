/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads event files, checksums included, by nothing but the definition of their format. */
final class EventReader {

  private EventReader() {}

  /** Of all files of a folder, in the order of their names, as TensorBoard reads them. */
  static List<WireMessage> events(Path folder) throws IOException {
    List<WireMessage> events = new ArrayList<>();
    for (Path file : files(folder)) {
      List<byte[]> records = records(Files.readAllBytes(file));
      WireMessage first = new WireMessage(records.get(0));
      if (!first.text(3).equals("brain.Event:2")) {
        throw new IOException(file + " is of version " + first.text(3));
      }
      records.subList(1, records.size()).forEach(record -> events.add(new WireMessage(record)));
    }
    return events;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().contains("tfevents")).sorted().toList();
    }
  }

  static List<byte[]> records(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      check("length", length, in.getInt());
      byte[] data =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(data);
      check("data", data, in.getInt());
      records.add(data);
    }
    return records;
  }

  private static void check(String what, byte[] data, int masked) throws IOException {
    int rotated = masked - 0xa282ead8;
    if ((rotated >>> 17 | rotated << 15) != crc(data)) {
      throw new IOException("the checksum of the " + what + " is wrong");
    }
  }

  /** CRC-32C (Castagnoli), bit by bit. */
  static int crc(byte[] data) {
    int crc = ~0;
    for (byte each : data) {
      crc ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
      }
    }
    return ~crc;
  }
}
