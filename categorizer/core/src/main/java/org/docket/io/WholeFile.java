/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.error.DocketException;

/**
 * Writes files that appear whole or not at all, whatever ends the process or the machine: first
 * under another name beside the one that is wanted, then to the disk, then in its place.
 */
public final class WholeFile {

  private static final String PREFIX = ".part-";
  private static final long PID = ProcessHandle.current().pid();
  private static final AtomicLong PARTS = new AtomicLong();

  private WholeFile() {}

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param part the file to write, which is empty; its name ends as that of the wanted file does
     */
    void writeTo(Path part) throws IOException;
  }

  /**
   * Checks, before work is done, that a file can be written: makes one beside it and removes it.
   *
   * @throws DocketException if its folder is missing or cannot be written, or if it is not a plain
   *     file
   */
  public static void requireWritable(Path file) {
    if (Files.isDirectory(file)) {
      throw new DocketException("cannot write " + file + ": it is a folder");
    }
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw notWritable(file, "it is not there", null);
    }
    if (Files.isSymbolicLink(file) || Files.exists(file) && !Files.isRegularFile(file)) {
      // It would be replaced by a file, which nobody wants of a link or a device.
      throw new DocketException("cannot write " + file + ": it is a link or a device");
    }
    try {
      TemporaryFiles.ofProcess()
          .delete(createPart(file)); // a read-only disk does not tell otherwise
    } catch (IOException e) {
      throw notWritable(file, reason(e), e);
    }
  }

  /**
   * Makes a folder to write into, if it is not there.
   *
   * @param purpose what it is for, such as "the report"
   * @throws DocketException if it cannot be made, or takes no files
   */
  public static void requireFolder(Path folder, String purpose) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new DocketException(
          "cannot make a folder " + folder + " for " + purpose + ": " + reason(e), e);
    }
    requireWritable(folder.resolve("file"));
  }

  private static DocketException notWritable(Path file, String reason, IOException cause) {
    return new DocketException(
        "cannot write " + file + ": " + folder(file) + " is not a writable folder: " + reason,
        cause);
  }

  /** A FileSystemException's message begins with the part's name, which says nothing to people. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException f) {
      return f.getFile() + " is a file";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e instanceof NoSuchFileException ? "it takes no files" : e.getMessage();
  }

  /**
   * Writes a file, in place of what it held. Of several who write the same file at once, one is the
   * last, and the file is all of that one's.
   *
   * @throws IOException if the disk is full, the folder missing, and the like; what the file held
   *     is still there then
   */
  public static void write(Path file, Content content) throws IOException {
    try {
      writeBeside(file, content);
    } catch (UncheckedIOException e) {
      throw named(file, e.getCause());
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  private static void writeBeside(Path file, Content content) throws IOException {
    Path folder = folder(file);
    removeLeftovers(folder, file);
    Path part = createPart(file);
    try {
      content.writeTo(part);
      try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      replace(part, file);
      syncFolder(folder);
    } finally {
      TemporaryFiles.ofProcess().delete(part);
    }
  }

  /** Not by createTempFile, whose files only their owner may read: Solr often runs as another. */
  private static Path createPart(Path file) throws IOException {
    String name = PREFIX + PID + "-" + PARTS.incrementAndGet() + end(file);
    return TemporaryFiles.ofProcess().createFile(folder(file).resolve(name));
  }

  /** The message of a full disk does not say which file, or names the part. */
  private static IOException named(Path file, IOException e) {
    return new IOException(file + " cannot be written: " + reason(e), e);
  }

  /** What killed processes have left of this file. */
  private static void removeLeftovers(Path folder, Path file) throws IOException {
    Pattern name = Pattern.compile(PREFIX + "(\\d+)-\\d+" + Pattern.quote(end(file)));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path left : files.toList()) {
        Matcher matcher = name.matcher(left.getFileName().toString());
        if (matcher.matches() && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) {
          Files.deleteIfExists(left);
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no folder " + folder, e);
    }
  }

  private static String end(Path file) {
    return "-" + file.getFileName();
  }

  private static void replace(Path part, Path file) throws IOException {
    try {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The new name is on the disk only when the folder is. */
  private static void syncFolder(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and keeps the order of their changes by itself.
    }
  }

  private static Path folder(Path file) {
    return file.toAbsolutePath().getParent();
  }
}
