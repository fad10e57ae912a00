/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.docket.error.DocketException;

/** What is to be read: a file, which may be a pipe, or a stream such as standard input. */
public final class Input {

  private final Optional<Path> file;
  private final Optional<InputStream> stream;
  private final String name;
  private final LongConsumer watcher;

  private Input(
      Optional<Path> file, Optional<InputStream> stream, String name, LongConsumer watcher) {
    this.file = file;
    this.stream = stream;
    this.name = name;
    this.watcher = watcher;
  }

  /** A file; it is opened when it is read. */
  public static Input of(Path file) {
    return new Input(Optional.of(file), Optional.empty(), file.toString(), bytes -> {});
  }

  /**
   * A stream; it is left open.
   *
   * @param name what messages call it, such as "standard input"
   */
  public static Input of(InputStream in, String name) {
    return new Input(
        Optional.empty(),
        Optional.of(in),
        Objects.requireNonNull(name, "name must not be null"),
        bytes -> {});
  }

  /**
   * The same input, of which is told how much has been read.
   *
   * @param bytes gets the number of bytes that were read, again and again; of what is packed, the
   *     packed ones. Those of a file are all told by its end, except that a zip is read by its
   *     members: what is left out of it is not told
   */
  public Input watched(LongConsumer bytes) {
    return new Input(file, stream, name, bytes);
  }

  /** What messages call it; of a file its path. */
  public String name() {
    return name;
  }

  /** The file, if it has an end and can be read at any place: no pipe. */
  Optional<Path> regularFile() {
    return file.filter(Files::isRegularFile);
  }

  /** Gets how many bytes of it were read. */
  LongConsumer watcher() {
    return watcher;
  }

  /** Whether it is a stream that its owner closes. */
  boolean isStream() {
    return stream.isPresent();
  }

  /**
   * Opens it.
   *
   * @throws DocketException if there is no such file, it is a folder, or may not be read
   */
  InputStream open() throws IOException {
    if (stream.isPresent()) {
      return new WatchedStream(new LeftOpen(stream.get()), watcher);
    }
    Path path = file.orElseThrow();
    if (Files.isDirectory(path)) {
      throw WrongFile.folder(path);
    }
    try {
      // Of a pipe, the streams of java.nio ask for a position that it does not have.
      return new WatchedStream(
          Files.exists(path) && !Files.isRegularFile(path)
              ? new FileInputStream(path.toFile())
              : Files.newInputStream(path),
          watcher);
    } catch (NoSuchFileException e) {
      throw WrongFile.missing(path, e);
    } catch (AccessDeniedException e) {
      throw new DocketException(
          "the file " + path + " may not be read: permission denied (see ls -l; chmod +r)", e);
    }
  }
}
