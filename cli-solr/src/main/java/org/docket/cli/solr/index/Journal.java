/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.docket.cli.Json;
import org.docket.error.DocketException;

/**
 * What Solr has acknowledged, written as it goes: JSON Lines, first what is indexed where, then a
 * {@link Range} for each batch. A last line that is cut, by a process or a machine that died,
 * counts for nothing: its batch is sent again. Locked, so that two runs cannot write the same. Safe
 * for use by many threads.
 */
final class Journal implements AutoCloseable {

  private static final int VERSION = 1;
  private static final long FORCE_NANOS = 1_000_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final FileChannel channel;
  private final List<Range> ranges = new ArrayList<>();
  private long forced = System.nanoTime();
  private boolean keep;

  /**
   * What is indexed where: that must be the same when the work goes on.
   *
   * @param version of the journal
   * @param target the collection
   * @param how the options that decide what a row becomes
   */
  record Heading(int version, String target, String how, List<Inputs.Mark> inputs) {

    Heading(String target, String how, List<Inputs.Mark> inputs) {
      this(VERSION, target, how, inputs);
    }
  }

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a journal.
   *
   * @param resume whether to go on with what it has; otherwise it begins anew
   * @throws DocketException if another process writes it, or it is of other work
   */
  static Journal open(Path file, Heading heading, boolean resume) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Journal journal = new Journal(file, channel);
      try {
        journal.lock();
        journal.begin(heading, resume);
        return journal;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DocketException(
          "the journal " + file + " cannot be written: " + e + "; name another with --journal", e);
    }
  }

  /** How many rows a journal that was left says are done; 0 if there is none. */
  static long left(Path file) {
    try {
      return Files.isRegularFile(file)
          ? lines(Files.readString(file)).stream().skip(1).mapToLong(Journal::rows).sum()
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was done before, in the order of the rows. */
  List<Range> ranges() {
    return ranges.stream().sorted(Comparator.comparingLong(Range::from)).toList();
  }

  /** How long the file of rejected rows was when the last line was written. */
  long aside() {
    return ranges.isEmpty() ? 0 : ranges.get(ranges.size() - 1).aside();
  }

  /** Writes that rows are done. */
  synchronized void done(Range range) throws IOException {
    keep = true;
    write(range);
    if (System.nanoTime() - forced > FORCE_NANOS) {
      channel.force(false);
      forced = System.nanoTime();
    }
  }

  /** All is done: it goes. */
  synchronized void finish() throws IOException {
    keep = false;
    Files.deleteIfExists(file);
  }

  /** Leaves it for another time, if there is anything in it. */
  @Override
  public synchronized void close() throws IOException {
    if (keep && channel.isOpen()) {
      channel.force(false);
    } else if (channel.isOpen()) {
      Files.deleteIfExists(file);
    }
    channel.close();
  }

  private void lock() throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      // Of this process: the same.
    }
    throw new DocketException(
        "another docket index is at work on the journal "
            + file
            + ": wait for it, or name another with --journal");
  }

  private void begin(Heading heading, boolean resume) throws IOException {
    List<String> lines = resume ? lines(read()) : List.of();
    if (lines.isEmpty()) {
      channel.truncate(0);
      write(heading);
      return;
    }
    requireSame(heading, lines.get(0));
    keep = true;
    int bytes = 0;
    for (String line : lines) {
      bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
    }
    channel.truncate(bytes);
    channel.position(bytes);
    for (String line : lines.subList(1, lines.size())) {
      ranges.add(MAPPER.readValue(line, Range.class));
    }
  }

  private void requireSame(Heading heading, String line) throws IOException {
    Heading before;
    try {
      before = MAPPER.readValue(line, Heading.class);
    } catch (JsonProcessingException e) {
      throw new DocketException(file + " is no journal of docket index; name another", e);
    }
    String differs =
        before.version() != heading.version()
            ? "a version"
            : !before.target().equals(heading.target())
                ? "a collection (" + before.target() + ")"
                : !before.inputs().equals(heading.inputs())
                    ? "an input, or one that has changed since"
                    : !before.how().equals(heading.how()) ? "options" : "";
    if (!differs.isEmpty()) {
      throw new DocketException(
          "the journal "
              + file
              + " is of other work: "
              + differs
              + " that is not the same now; without --resume it begins anew");
    }
  }

  private String read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  /** Those that are whole. */
  private static List<String> lines(String content) {
    List<String> lines = new ArrayList<>();
    for (int start = 0, end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', start)) {
      String line = content.substring(start, end);
      if (!isWhole(line)) {
        break;
      }
      lines.add(line);
      start = end + 1;
    }
    return lines;
  }

  private static boolean isWhole(String line) {
    try {
      return MAPPER.readTree(line).isObject();
    } catch (JsonProcessingException e) {
      return false; // what comes behind was written no better
    }
  }

  private static long rows(String line) {
    try {
      Range range = MAPPER.readValue(line, Range.class);
      return range.to() - range.from();
    } catch (JsonProcessingException e) {
      return 0;
    }
  }

  private void write(Object line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
