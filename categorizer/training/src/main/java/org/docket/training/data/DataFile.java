/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.docket.corpus.source.WrongFile;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/**
 * A file of examples, for the model's provenance.
 *
 * @param name without its folder, which is nobody's business
 * @param sha256 of its bytes
 */
public record DataFile(String name, String sha256) {

  /** Reads the file for its hash. */
  public static DataFile of(Path file) {
    if (Files.isDirectory(file)) {
      throw WrongFile.folder(file);
    }
    try {
      return new DataFile(file.getFileName().toString(), Sha256.hex(file));
    } catch (NoSuchFileException e) {
      throw WrongFile.missing(file, e);
    } catch (IOException e) {
      throw new DocketException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
