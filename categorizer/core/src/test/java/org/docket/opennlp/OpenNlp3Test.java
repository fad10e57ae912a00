/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import opennlp.tools.util.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** That the Maven profile opennlp3 runs with what it says. */
class OpenNlp3Test {

  @Test
  @EnabledIfSystemProperty(named = "docket.opennlp", matches = "3\\..*")
  void openNlpIsTheOneThatWasAskedFor() {
    assertThat(System.getProperty("docket.opennlp"))
        .startsWith(Version.currentVersion().getMajor() + ".");
    assertThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
  }
}
