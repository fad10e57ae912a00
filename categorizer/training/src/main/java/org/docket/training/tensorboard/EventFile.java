/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.tensorflow.framework.Summary;

/**
 * A file of events, as {@code tensorflow/core/util/event.proto} has them; of that message nd4j-api
 * has no class. Not safe for use by many threads.
 */
final class EventFile implements Closeable {

  private static final String VERSION = "brain.Event:2";

  // Fields of Event, and of its SessionLog.
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  private static final int STATUS = 1;
  private static final int START = 1;

  /** Opens a new file to write. */
  @FunctionalInterface
  interface Opener {

    /** On the disk. */
    Opener DISK = file -> Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);

    OutputStream open(Path file) throws IOException;
  }

  /** What fills in an event, beside its time. */
  @FunctionalInterface
  private interface Content {
    void writeTo(CodedOutputStream event) throws IOException;
  }

  private final RecordWriter records;
  private final Clock clock;

  private EventFile(RecordWriter records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Begins a file in a folder, whose name sorts after those of earlier ones. */
  static EventFile create(Path folder, Clock clock, Opener opener) throws IOException {
    Files.createDirectories(folder);
    OutputStream out = opener.open(free(folder, clock.instant().getEpochSecond()));
    EventFile file = new EventFile(new RecordWriter(new BufferedOutputStream(out)), clock);
    file.add(event -> event.writeString(FILE_VERSION, VERSION));
    file.flush();
    return file;
  }

  /** TensorBoard reads the files of a folder in the order of their names. */
  private static Path free(Path folder, long seconds) {
    Path file = folder.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d", seconds));
    return Files.exists(file) ? free(folder, seconds + 1) : file;
  }

  void add(long step, List<Summary.Value> values) throws IOException {
    Summary summary = Summary.newBuilder().addAllValue(values).build();
    add(
        event -> {
          event.writeInt64(STEP, step);
          event.writeMessage(SUMMARY, summary);
        });
  }

  /** Begins again at a step: readers forget what earlier files say of it and of later ones. */
  void restartAt(long step) throws IOException {
    byte[] log = message(session -> session.writeEnum(STATUS, START));
    add(
        event -> {
          event.writeInt64(STEP, step);
          event.writeByteArray(SESSION_LOG, log);
        });
  }

  private void add(Content content) throws IOException {
    double seconds = clock.millis() / 1000.0;
    records.write(
        message(
            event -> {
              event.writeDouble(WALL_TIME, seconds);
              content.writeTo(event);
            }));
  }

  private static byte[] message(Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream message = CodedOutputStream.newInstance(bytes);
    content.writeTo(message);
    message.flush();
    return bytes.toByteArray();
  }

  void flush() throws IOException {
    records.flush();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
