/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.docket.cli.CommandRunner;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {

  private final CommandRunner docket = new CommandRunner();

  @TempDir Path folder;

  @Test
  void ngramsAreTold() throws IOException {
    NetworkWeights network = network(true);
    Path file = write(network);
    assertThat(docket.run("inspect", file)).isZero();
    assertThat(docket.out()).containsPattern("\n  n-grams\n    bigrams  +[1-4]\n");
    assertThat(docket.run("inspect", file, "--json")).isZero();
    JsonNode ngrams = new ObjectMapper().readTree(docket.out()).at("/network/n-grams");
    assertThat(ngrams.get("bigrams").asInt()).isEqualTo(network.ngrams().orElseThrow().bigrams());
    assertThat(ngrams.get("documents").asInt()).isEqualTo(10_000);
  }

  @Test
  void withoutNgramsNothingIsToldOfThem() throws IOException {
    assertThat(docket.run("inspect", write(network(false)))).isZero();
    assertThat(docket.out()).contains("\n  embedding mean ").doesNotContain("n-grams");
  }

  private static NetworkWeights network(boolean ngrams) {
    NetworkShape shape =
        new NetworkShape(3, 2, List.of(1), false, Pooling.MEAN_MAX, false, ngrams, 2);
    return NetworkWeights.random(shape, 1);
  }

  private Path write(NetworkWeights network) throws IOException {
    Path file = folder.resolve("model.bin");
    ModelFile.write(
        new CategorizerModel(
            "en",
            AnalysisSpec.english(),
            Vocabulary.of(List.of("bank", "loan")),
            List.of("Account", "Loan"),
            new float[] {0.5f, 0.5f},
            network,
            1,
            new TreeMap<>()),
        file);
    return file;
  }
}
