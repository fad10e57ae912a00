/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models of OpenNLP's own trainers tag in Solr as ours do: one core for each. */
class StockModelsIT {

  private static final List<String> ALGORITHMS = List.of("MAXENT", "PERCEPTRON", "NAIVEBAYES");

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;

  @BeforeAll
  static void start() throws Exception {
    fixture = Fixture.create(folder);
    Path models = fixture.home().folder().resolve("models");
    for (String algorithm : ALGORITHMS) {
      Path model = TinyModel.train(folder.resolve(algorithm), TinyModel.SENTENCES, algorithm);
      Files.copy(model, models.resolve(algorithm + ".bin"));
      fixture.core(algorithm, "models/" + algorithm + ".bin");
    }
    solr = fixture.start();
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAXENT", "PERCEPTRON", "NAIVEBAYES"})
  void tagsWithCategoryAndProbability(String core) throws Exception {
    solr.add(
        core,
        "[{\"complaint_id\":\"1\",\"narrative\":\"my house and the escrow\"},"
            + "{\"complaint_id\":\"2\",\"narrative\":\"the credit card was charged\"}]");
    assertTagged(core, "1", "mortgage");
    assertTagged(core, "2", "cards");
  }

  private static void assertTagged(String core, String id, String category) throws Exception {
    var document = solr.document(core, id);
    assertThat(document.path("predicted_category").asText()).as(core).isEqualTo(category);
    assertThat(document.path("predicted_score").asDouble()).as(core).isBetween(0.5, 1.0);
  }
}
