/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the repository are: tests run in the module's folder, main classes above. */
final class Repository {

  static final Path ROOT = root();

  private Repository() {}

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("models")) ? here : here.getParent().getParent();
  }
}
