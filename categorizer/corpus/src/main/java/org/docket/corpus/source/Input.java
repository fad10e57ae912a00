/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** What is to be read. */
public record Input(Optional<Path> file, Optional<InputStream> stream, String name) {

  /** A file; it is opened when it is read. */
  public static Input of(Path file) {
    return new Input(Optional.of(file), Optional.empty(), file.toString());
  }

  /** A stream; it is left open. */
  public static Input of(InputStream in, String name) {
    return new Input(Optional.empty(), Optional.of(in), name);
  }
}
