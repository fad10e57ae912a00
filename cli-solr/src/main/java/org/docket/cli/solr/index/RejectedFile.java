/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.docket.cli.Json;
import org.docket.cli.solr.index.fields.IndexDocument;
import org.docket.cli.solr.index.send.Rejection;

/**
 * The documents that could not be indexed, as JSON Lines: the fields of each, with its id, and
 * beside them what is wrong with it. So it can be corrected and indexed again as it is. It is made
 * when there is the first. Safe for use by many threads.
 */
final class RejectedFile implements AutoCloseable {

  private final Path file;
  private final String uniqueKey;
  private FileChannel channel;
  private long length;

  /**
   * A file that is not there yet.
   *
   * @param length what of it, if it is there, is from before
   */
  RejectedFile(Path file, String uniqueKey, long length) {
    this.file = file;
    this.uniqueKey = uniqueKey;
    this.length = length;
  }

  /** A name that no file has: beside the one that is wanted, what is in the way may be precious. */
  static Path free(Path wanted) {
    Path file = wanted;
    for (int i = 2; Files.exists(file); i++) {
      String name = wanted.getFileName().toString().replaceFirst("\\.jsonl$", "");
      file = wanted.resolveSibling(name + "-" + i + ".jsonl");
    }
    return file;
  }

  Path file() {
    return file;
  }

  /** How long it is. */
  synchronized long length() {
    return length;
  }

  synchronized void add(Rejection rejection) throws IOException {
    open();
    IndexDocument document = rejection.document();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rejected_reason", rejection.reason());
    line.put("rejected_file", document.place().input());
    line.put("rejected_row", document.place().row());
    line.put("rejected_line", document.place().line());
    if (!document.id().isEmpty()) {
      line.put(uniqueKey, document.id());
    }
    document.fields().forEach((field, value) -> line.put(field, value.equals("") ? null : value));
    byte[] bytes = (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    length += bytes.length;
  }

  /** Makes what was added safe on the disk. */
  synchronized void force() throws IOException {
    if (channel != null) {
      channel.force(false);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private void open() throws IOException {
    if (channel == null) {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      length = Math.min(length, channel.size());
      channel.truncate(length);
      channel.position(length);
    }
  }
}
