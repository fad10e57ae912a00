/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.docket.Baseline;
import org.docket.Categorization;
import org.docket.Categorizers;
import org.docket.LstmDocumentCategorizer;
import org.docket.cli.CommandRunner;
import org.docket.cli.ShippedModel;
import org.docket.cli.TinyStockModel;
import org.docket.io.Sha256;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.text.AnalysisSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

  private static final List<String> TEXTS =
      List.of("My mortgage payment was lost", "El banco cerró mi cuenta", "", "late fee");

  private final CommandRunner docket = new CommandRunner();

  @TempDir Path folder;

  @Test
  void theFiguresAreWrittenAndNothingElseChanges() throws IOException {
    Path once = folder.resolve("once.bin");
    assertThat(profile(ShippedModel.MODEL, ShippedModel.DEMO, once)).isZero();
    assertThat(docket.err()).contains("docket: wrote " + once + ", measured on 209 documents: ");
    Path twice = folder.resolve("twice.bin");
    Path corpus = folder.resolve(ShippedModel.DEMO.getFileName());
    Files.copy(ShippedModel.DEMO, corpus);
    assertThat(profile(once, corpus, twice)).isZero();
    assertThat(Files.readAllBytes(twice)).isEqualTo(Files.readAllBytes(once));

    CategorizerModel model = ModelFile.read(once);
    CategorizerModel before = ModelFile.read(ShippedModel.MODEL);
    assertThat(model.provenance())
        .containsEntry("data.profile.file1", "complaints-hard.csv")
        .containsEntry("data.profile.file1.sha256", Sha256.hex(ShippedModel.DEMO))
        .containsEntry("parameter.language", "en");
    assertThat(model.analysis()).isEqualTo(before.analysis());
    assertThat(ranked(model)).isEqualTo(ranked(before));
  }

  @Test
  void inspectShowsThem() throws IOException {
    Path output = folder.resolve("model.bin");
    profile(ShippedModel.MODEL, ShippedModel.DEMO, output);
    Baseline baseline = Categorizers.load(output).baseline().orElseThrow();
    assertThat(docket.run("inspect", output, "--json")).isZero();
    JsonNode facts = new ObjectMapper().readTree(docket.out());
    assertThat(facts.get("abstains below vocabulary coverage").asDouble()).isBetween(0.4, 0.75);
    JsonNode shown = facts.get("baseline");
    assertThat(shown.get("documents").asLong()).isEqualTo(209).isEqualTo(baseline.documents());
    assertThat(shown.get("abstentions").asLong()).isEqualTo(baseline.abstentions());
    assertThat(shown.get("mean confidence").asDouble())
        .isCloseTo(baseline.meanConfidence(), within(1e-6));
    baseline
        .predicted()
        .forEach(
            (category, count) ->
                assertThat(shown.get("predicted").get(category).asLong()).isEqualTo(count));
    docket.run("inspect", output);
    assertThat(docket.out()).contains("abstains below vocabulary coverage 0.", "mean confidence ");
  }

  @Test
  void inspectShowsHowMuchOfATextIsReadAndByWhichChain() throws IOException {
    AnalysisSpec analysis = ModelFile.read(ShippedModel.MODEL).analysis();
    assertThat(docket.run("inspect", ShippedModel.MODEL, "--json")).isZero();
    JsonNode shown = new ObjectMapper().readTree(docket.out()).get("analysis");
    assertThat(shown.get("chain version").asInt()).isEqualTo(analysis.chain());
    assertThat(shown.get("reads").asText())
        .isEqualTo("the first 400 tokens, from the first 20,000 characters");
    docket.run("inspect", ShippedModel.MODEL);
    assertThat(docket.out()).contains("the first 400 tokens, from the first 20,000 characters");
  }

  @Test
  void fewDocumentsGiveABaselineButNoLanguage() throws IOException {
    Path csv = Files.writeString(folder.resolve("c.csv"), "narrative\nmy mortgage\nla hipoteca\n");
    Path output = folder.resolve("model.bin");
    assertThat(profile(ShippedModel.MODEL, csv, output)).isZero();
    assertThat(docket.err()).contains("the documents are too few (below 200)");
    assertThat(ModelFile.read(output).profile().orElseThrow().minCoverage()).isZero();
  }

  @Test
  void whatCannotBeProfiledIsTold() throws IOException {
    Path output = folder.resolve("model.bin");
    Path stock = TinyStockModel.train(folder.resolve("stock.bin"));
    assertThat(profile(stock, ShippedModel.DEMO, output)).isEqualTo(2);
    assertThat(docket.err()).startsWith("docket: " + stock + " is not a usable model: ");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "narrative\n");
    assertThat(profile(ShippedModel.MODEL, empty, output)).isEqualTo(2);
    assertThat(docket.err()).startsWith("docket: there is no document in ");
    assertThat(output).doesNotExist();
  }

  private int profile(Path model, Path input, Path output) {
    return docket.run("profile", "--model", model, "--input", input, "--output", output);
  }

  private static List<Object> ranked(CategorizerModel model) {
    return LstmDocumentCategorizer.of(model).categorizeAll(TEXTS).stream()
        .<Object>map(Categorization::ranked)
        .toList();
  }
}
