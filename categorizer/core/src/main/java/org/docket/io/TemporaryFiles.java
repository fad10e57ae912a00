/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that have a name only until the work on them is done. A process that is told to end does
 * not come to where they are deleted; whoever runs it deletes them by {@link #deleteAll} in a
 * shutdown hook, as the command line does. Safe for use by many threads.
 */
public final class TemporaryFiles {

  private static final TemporaryFiles PROCESS = new TemporaryFiles();

  /** A folder may get one more file while it is being emptied. */
  private static final int TRIES = 10;

  private final Set<Path> paths = new LinkedHashSet<>();
  private boolean over;

  TemporaryFiles() {}

  /** Those of this process. */
  public static TemporaryFiles ofProcess() {
    return PROCESS;
  }

  /**
   * Makes an empty file, which is the caller's to {@link #delete}.
   *
   * @throws IllegalStateException if the process is ending
   * @throws IOException if it is there, or cannot be made
   */
  public synchronized Path createFile(Path path) throws IOException {
    requireMore();
    paths.add(Files.createFile(path));
    return path;
  }

  /**
   * Makes a folder, which is the caller's to {@link #delete} with the files in it.
   *
   * @param prefix its name begins with
   * @throws IllegalStateException if the process is ending
   */
  public synchronized Path createFolder(Path parent, String prefix) throws IOException {
    requireMore();
    Path path = Files.createTempDirectory(parent, prefix);
    paths.add(path);
    return path;
  }

  /** Deletes what is left of one of them, if anything is; of a folder the files in it too. */
  public synchronized void delete(Path path) throws IOException {
    paths.remove(path);
    remove(path);
  }

  /** Deletes all of them; from now on none can be made. */
  public synchronized void deleteAll() {
    over = true;
    for (Path path : List.copyOf(paths)) {
      for (int tries = 0; tries < TRIES && Files.exists(path); tries++) {
        try {
          delete(path);
        } catch (IOException e) {
          // Nobody is left to be told; where a process is killed it stays as well.
        }
      }
    }
  }

  private void requireMore() {
    if (over) {
      throw new IllegalStateException("the process is ending");
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }
}
