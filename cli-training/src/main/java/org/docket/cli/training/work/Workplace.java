/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.docket.io.TemporaryFiles;

/**
 * Where trainings keep checkpoints and notes: beside what they are to write, so that an interrupted
 * one can go on; and if they write nothing, in a temporary folder. For one thread.
 */
public final class Workplace implements Closeable {

  private final Optional<Path> beside;
  private final Path temporary;

  private Workplace(Optional<Path> beside, Path temporary) {
    this.beside = beside;
    this.temporary = temporary;
  }

  /**
   * Opens it.
   *
   * @param beside the file or folder that all is for
   */
  public static Workplace open(Optional<Path> beside) throws IOException {
    return new Workplace(
        beside.map(path -> path.toAbsolutePath().normalize()),
        beside.isPresent()
            ? null
            : TemporaryFiles.ofProcess()
                .createFolder(Path.of(System.getProperty("java.io.tmpdir")), "docket-training-"));
  }

  /** Whether what is left here is found again. */
  public boolean lasts() {
    return beside.isPresent();
  }

  /** A file of this ending. */
  public Path file(String ending) {
    return beside
        .map(file -> file.resolveSibling(file.getFileName() + "." + ending))
        .orElseGet(() -> temporary.resolve(ending));
  }

  /** The folder of these files. */
  public Path folder() {
    return beside.map(Path::getParent).orElse(temporary);
  }

  /** Deletes the temporary folder, if it is one. */
  @Override
  public void close() {
    if (temporary != null) {
      try {
        TemporaryFiles.ofProcess().delete(temporary);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
