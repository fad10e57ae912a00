/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.docket.cli.Docket;
import org.junit.jupiter.api.Test;

/**
 * With the packaged jar, whose manifest tells the version. In a package of its own: one that also
 * holds test classes has no manifest.
 */
class VersionIT {

  @Test
  void theVersionIsThatOfTheBuild() {
    StringWriter out = new StringWriter();

    int code = Docket.commandLine().setOut(new PrintWriter(out)).execute("--version");

    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .first()
        .isEqualTo("docket " + System.getProperty("docket.version"));
  }
}
