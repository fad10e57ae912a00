/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.docket.corpus.rows.Row;
import org.docket.error.DocketException;
import org.docket.io.TemporaryFiles;
import org.docket.io.WholeFile;

/**
 * A CSV of bad rows: file, line, reason, and the row as it stood. It is there whole or not at all.
 * For one thread.
 */
final class BadRowsFile implements Closeable {

  private final Path file;

  /** Beside the file, named as {@link WholeFile} names what it removes if a process was killed. */
  private final Path part;

  private CsvWriter csv;
  private boolean finished;

  BadRowsFile(Path file) {
    this.file = file;
    WholeFile.requireWritable(file);
    String name =
        ".part-"
            + ProcessHandle.current().pid()
            + "-"
            + System.nanoTime()
            + "-"
            + file.getFileName();
    part = file.toAbsolutePath().resolveSibling(name);
  }

  void requireOther(String input) {
    try {
      Path path = Path.of(input);
      if (Files.exists(path) && Files.exists(file) && Files.isSameFile(path, file)) {
        throw new DocketException("the bad rows would be written over the input: " + file);
      }
    } catch (InvalidPathException e) {
      // No file's name, so it is none.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String text, Row row) {
    open();
    csv.writeRecord(text, Long.toString(row.line()), row.problem().orElseThrow(), row.preview());
  }

  void finish() {
    if (finished) {
      return;
    }
    open();
    finished = true;
    try {
      csv.close();
      WholeFile.write(file, whole -> Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING));
      TemporaryFiles.ofProcess().delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (csv != null && !finished) {
      finished = true;
      csv.close();
      TemporaryFiles.ofProcess().delete(part);
    }
  }

  private void open() {
    if (csv != null) {
      return;
    }
    try {
      TemporaryFiles.ofProcess().createFile(part);
      csv =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(Files.newBufferedWriter(part, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    csv.writeRecord("file", "line", "reason", "row");
  }
}
