/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.io.TemporaryFiles;

/**
 * Writes files that belong together: all of them into a folder inside of the one that is wanted,
 * and only when that has gone well in their places. So a full disk leaves what was there before.
 */
final class WholeFolder implements Closeable {

  private static final Pattern PART = Pattern.compile("\\.part-(\\d+)-.*");

  private final Path folder;
  private final Path part;

  private WholeFolder(Path folder, Path part) {
    this.folder = folder;
    this.part = part;
  }

  /** Begins; what killed processes have left of earlier ones is removed. */
  static WholeFolder open(Path folder) throws IOException {
    for (Path left : files(folder)) {
      Matcher name = PART.matcher(left.getFileName().toString());
      if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
        delete(left);
      }
    }
    String prefix = ".part-" + ProcessHandle.current().pid() + "-";
    return new WholeFolder(folder, TemporaryFiles.ofProcess().createFolder(folder, prefix));
  }

  /** Where files are to be written. */
  Path part() {
    return part;
  }

  /**
   * Moves the files to their places.
   *
   * @param ours names of files that an earlier report may have left, and that are removed if this
   *     one does not have them
   * @param last the file that shows the others, which comes last
   */
  void commit(Set<String> ours, String last) throws IOException {
    List<Path> files = new ArrayList<>(files(part));
    files.sort((a, b) -> Boolean.compare(a.endsWith(last), b.endsWith(last)));
    for (Path file : files) {
      Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    for (String name : ours) {
      if (files.stream().noneMatch(file -> file.endsWith(name))) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
  }

  @Override
  public void close() throws IOException {
    TemporaryFiles.ofProcess().delete(part);
  }

  private static void delete(Path part) throws IOException {
    for (Path file : files(part)) {
      Files.deleteIfExists(file);
    }
    Files.deleteIfExists(part);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
