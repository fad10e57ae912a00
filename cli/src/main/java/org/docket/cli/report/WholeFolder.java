/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.docket.io.TemporaryFiles;
import org.docket.io.WholeFile;

/**
 * Writes files that belong together: all of them into a folder inside of the one that is wanted,
 * and only when that has gone well in their places. So a full disk leaves what was there before.
 */
final class WholeFolder {

  private WholeFolder() {}

  static void write(Path folder, WholeFile.Content content) throws IOException {
    Path part = TemporaryFiles.ofProcess().createFolder(folder, ".part-");
    try {
      content.writeTo(part);
      for (Path file : files(part)) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      TemporaryFiles.ofProcess().delete(part);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
