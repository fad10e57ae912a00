/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.docket.error.DocketException;

/** A folder that is removed, with all in it, when it is closed. */
record TemporaryFolder(Path path) implements AutoCloseable {

  private static final String PROPERTY = "java.io.tmpdir";

  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("docket-demo"));
    } catch (IOException e) {
      throw unusable(Path.of(System.getProperty(PROPERTY)), e);
    }
  }

  /** Says what to do where the folder does not take what belongs into it. */
  DocketException unusable(IOException e) {
    return unusable(path, e);
  }

  private static DocketException unusable(Path folder, IOException e) {
    return new DocketException(
        "the demo keeps its Solr in a temporary folder, but "
            + folder
            + " cannot be written ("
            + e.getMessage()
            + "): name one with 100 MB of room with DOCKET_JAVA_OPTS=-D"
            + PROPERTY
            + "=FOLDER",
        e);
  }

  @Override
  public void close() {
    try {
      if (Files.exists(path)) {
        PathUtils.deleteDirectory(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove the temporary folder " + path, e);
    }
  }
}
