/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.docket.cli.OutputMixin;
import org.docket.error.DocketException;

/**
 * Asks whether to write.
 *
 * @param yes whether that has been said
 */
record Consent(boolean yes, OutputMixin output) {

  /** Set by the launcher: whether standard input is a terminal. */
  private static final String TYPED = "docket.typed";

  /**
   * Whether to write.
   *
   * @throws DocketException if nobody is there to be asked
   */
  boolean given(long documents) throws IOException {
    if (yes) {
      return true;
    }
    if (!Boolean.getBoolean(TYPED)) {
      throw new DocketException("nothing is written: say --yes, for nobody can be asked here");
    }
    output.talk().printf(Locale.ROOT, "%nWrite %,d documents? [y/N] ", documents);
    output.talk().flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    boolean given = answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    if (!given) {
      output.talk().println("Nothing is written.");
      output.talk().flush();
    }
    return given;
  }
}
