/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.util.Version;
import org.docket.Categorizers;
import org.docket.LstmDocumentCategorizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What works with OpenNLP 1.9.4, which Solr's modules bring along: docs/opennlp.md says so. */
@EnabledIfSystemProperty(named = "docket.opennlp", matches = "1\\..*")
class OpenNlp1Test {

  private static final Path MODEL = Path.of("../../models/complaints-en.bin");

  @Test
  void ourOwnDoorLoadsAndAnswers() {
    assertThat(Version.currentVersion().getMajor()).isEqualTo(1);
    LstmDocumentCategorizer ours = LstmDocumentCategorizer.load(MODEL);
    assertThat(ours.categorize("they foreclose on my house").best().category())
        .isEqualTo("Mortgage");
    assertThat(ours.getBestCategory(ours.categorize(new String[] {"foreclose", "house"})))
        .isEqualTo("Mortgage");
    assertThat(Categorizers.load(MODEL).categories()).hasSize(9);
  }

  @Test
  void openNlpsOwnDoorDoesNot() {
    assertThatThrownBy(() -> new DoccatModel(MODEL))
        .hasMessageContaining(
            "Model version 2.5.11 is not supported by this (1.9.4) version of OpenNLP");
  }
}
