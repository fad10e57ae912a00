/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.nio.file.Path;
import org.docket.TextCategorizer;
import org.docket.cli.ModelPath;
import org.docket.error.DocketException;
import org.docket.io.Sha256;

/**
 * A model that is to serve.
 *
 * @param file where this machine has it
 * @param sha256 of the file
 * @param categorizer the model, loaded here
 */
record NewModel(Path file, String sha256, TextCategorizer categorizer) {

  /** As many digits of a hash as tell models apart, and stand in documents. */
  static final int SHORT_HASH = 12;

  /**
   * Loads a model.
   *
   * @throws DocketException if the file is none
   */
  static NewModel load(Path file) throws IOException {
    TextCategorizer categorizer = ModelPath.load(file);
    return new NewModel(file, Sha256.hex(file), categorizer);
  }

  static String shortened(String sha256) {
    return sha256.substring(0, Math.min(SHORT_HASH, sha256.length()));
  }
}
