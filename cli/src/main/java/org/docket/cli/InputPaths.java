/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.corpus.source.WrongFile;
import org.docket.error.DocketException;

/** Files that a command is going to read, checked before any of them is. */
public final class InputPaths {

  private InputPaths() {}

  /**
   * Checks that each is there, and there once.
   *
   * @param option that names them
   * @throws DocketException that names the one which is not
   */
  public static void require(String option, List<Path> files) {
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      if (Files.isDirectory(file)) {
        throw WrongFile.folder(file);
      }
      if (!Files.exists(file)) {
        throw new DocketException(WrongFile.missing(file));
      }
      for (Path other : files.subList(0, i)) {
        requireAnother(option, file, other);
      }
    }
  }

  private static void requireAnother(String option, Path file, Path other) {
    try {
      if (Files.isRegularFile(file) && Files.isSameFile(file, other)) {
        throw new DocketException(
            option
                + (" names the same file twice, so that its documents would count twice: " + other)
                + (file.equals(other) ? "" : " and " + file));
      }
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
