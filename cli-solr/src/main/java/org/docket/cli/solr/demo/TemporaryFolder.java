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

  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("docket-demo"));
    } catch (IOException e) {
      throw new DocketException(
          "the demo needs a folder for its index, but "
              + System.getProperty("java.io.tmpdir")
              + " cannot be written; name another one with"
              + " DOCKET_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
          e);
    }
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
