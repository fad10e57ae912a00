/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.docket.LstmDocumentCategorizer;
import org.docket.model.CategorizerModel;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.ModelFile;
import org.docket.model.ModelStream;
import org.docket.model.NgramWeights;
import org.docket.model.Pooling;
import org.docket.pages.Page.Block;
import org.docket.pages.PageModel.Layer;
import org.docket.profile.Profile;
import org.docket.text.AnalysisSpec;
import org.docket.text.TextAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads models by what docs/model-format.md says of them, and finds what Docket finds. */
class ModelFormatPageTest {

  private static final String PAGE = "docs/model-format.md";
  private static final Path SHIPPED = Page.REPOSITORY.resolve("models/complaints-en.bin");
  private static final Path OF_EACH_VERSION =
      Page.REPOSITORY.resolve("categorizer/core/src/test/resources/org/docket/model");

  private static final List<String> TEXTS =
      List.of(
          "The bank took a fee, and a fee again, not a payment of $123!",
          "They call me about a loan that I have paid: the loan of my card.",
          "xqzv blorp");

  static List<Path> models() throws IOException {
    List<Path> models = new ArrayList<>(List.of(SHIPPED));
    try (Stream<Path> files = Files.walk(OF_EACH_VERSION)) {
      files.filter(file -> file.toString().endsWith(".bin")).sorted().forEach(models::add);
    }
    return models;
  }

  @Test
  void eachVersionIsAmongTheModels() throws IOException {
    Page page = Page.read(PAGE);
    List<Integer> versions = new ArrayList<>();
    for (Path file : models()) {
      versions.add(PageModel.read(file, page.table("The payload")).version());
    }

    assertThat(versions).contains(1, 2, 3, 4);
    assertThat(page.table("Versions")).hasSize(ModelStream.VERSION);
  }

  @ParameterizedTest
  @MethodSource("models")
  void thePayloadsTableReadsWhatDocketReads(Path file) throws IOException {
    PageModel read = PageModel.read(file, Page.read(PAGE).table("The payload"));
    CategorizerModel model = ModelFile.read(file);

    assertThat(read.part("language", String.class)).isEqualTo(model.language());
    assertThat(read.part("provenance", Object.class)).isEqualTo(model.provenance());
    assertThat(analysis(read)).isEqualTo(model.analysis());
    assertThat(read.<String>list("categories")).isEqualTo(model.categories());
    assertThat(read.part("priors", float[].class)).isEqualTo(model.priors());
    assertThat(read.part("temperature", float[].class)).containsExactly(model.temperature());
    assertThat(read.flag("profiled")).isEqualTo(model.profile().isPresent());
    model.profile().ifPresent(profile -> assertThat(profile(read)).isEqualTo(profile));
    assertThat(read.<String>list("vocabulary")).isEqualTo(model.vocabulary().tokens());
    assertNetwork(read, model);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theFormulasGiveTheAnswersOfDocket(Path file) throws IOException {
    PageModel read = PageModel.read(file, Page.read(PAGE).table("The payload"));
    CategorizerModel model = ModelFile.read(file);
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(model);

    for (String text : TEXTS) {
      String[] tokens =
          new TextAnalyzer(model.analysis()).analyze(text).tokens().toArray(String[]::new);
      List<String> vocabulary = read.list("vocabulary");
      int[] ids = Arrays.stream(tokens).mapToInt(token -> vocabulary.indexOf(token) + 1).toArray();
      assertThat(new PageAnswer(read).probabilities(ids))
          .as(text)
          .containsExactly(categorizer.categorizeAnalyzed(tokens), within(1e-5));
    }
  }

  @Test
  void theReaderInPythonReads(@TempDir Path folder) throws Exception {
    assumeTrue(isThere("python3"), "there is no python3 here to run the reader of the page");
    String reader =
        Page.read(PAGE).blocks().stream()
            .filter(block -> block.language().equals("python"))
            .map(Block::text)
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("reader.py"), reader);
    CategorizerModel model = ModelFile.read(SHIPPED);

    Shell.Run run = Shell.in(folder).run("python3 reader.py models/complaints-en.bin");

    assertThat(run.exitCode()).as(run.printed()).isZero();
    assertThat(run.printed())
        .startsWith(ModelStream.VERSION + " ['Bank account', ")
        .contains(" " + model.vocabulary().tokens().size() + " " + model.network().shape().units());
    String sum = run.printed().strip().replaceFirst(".* ", "");
    assertThat(Double.parseDouble(sum)).isCloseTo(sum(model.network().embedding()), within(1e-6));
  }

  private static boolean isThere(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("bash", "-c", "command -v " + program)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static double sum(Matrix matrix) {
    double sum = 0;
    for (float value : matrix.values()) {
      sum += value;
    }
    return sum;
  }

  private static AnalysisSpec analysis(PageModel read) {
    Integer chain = read.part("chain", Integer.class);
    return new AnalysisSpec(
        chain == null ? 1 : chain,
        read.flag("stripHtml"),
        read.flag("normalizeRedactions"),
        read.flag("normalizeAmounts"),
        read.part("maxTokenLength", Integer.class),
        read.part("maxTokens", Integer.class),
        read.part("maxChars", Integer.class),
        read.list("stopWords"));
  }

  private static Profile profile(PageModel read) {
    float[] shares = read.part("profileShares", float[].class);
    List<Integer> predicted =
        Arrays.stream(read.part("profilePredicted", int[].class)).boxed().toList();
    return new Profile(
        shares[0], read.part("profileDocuments", Integer.class), predicted, shares[1]);
  }

  private static void assertNetwork(PageModel read, CategorizerModel model) {
    var network = model.network();
    assertThat(read.<Integer>list("units")).isEqualTo(network.shape().units());
    assertThat(read.part("pooling", Integer.class))
        .isEqualTo(network.shape().pooling() == Pooling.LAST ? 0 : 1);
    assertThat(read.flag("embeddingMean")).isEqualTo(network.shape().embeddingMean());
    assertMatrix(read.part("embedding", float[][].class), network.embedding());
    assertLayers(read.list("forward"), network.forward());
    assertLayers(read.list("backward"), network.backward());
    assertMatrix(read.part("output", float[][].class), network.output());
    assertThat(read.part("outputBias", float[].class)).isEqualTo(network.outputBias());
    assertThat(read.flag("ngrams")).isEqualTo(network.ngrams().isPresent());
    network.ngrams().ifPresent(ngrams -> assertNgrams(read, ngrams));
  }

  private static void assertLayers(List<Layer> read, List<LstmWeights> layers) {
    assertThat(read).hasSameSizeAs(layers);
    for (int i = 0; i < layers.size(); i++) {
      assertMatrix(read.get(i).input(), layers.get(i).input());
      assertMatrix(read.get(i).recurrent(), layers.get(i).recurrent());
      assertThat(read.get(i).bias()).isEqualTo(layers.get(i).bias());
    }
  }

  private static void assertNgrams(PageModel read, NgramWeights ngrams) {
    assertThat(read.part("ngramDocuments", Integer.class)).isEqualTo(ngrams.documents());
    assertThat(read.part("documentFrequencies", int[].class))
        .isEqualTo(ngrams.documentFrequencies());
    assertThat(read.part("bigramFirst", int[].class)).isEqualTo(ngrams.first());
    assertThat(read.part("bigramSecond", int[].class)).isEqualTo(ngrams.second());
    assertThat(read.part("ngramWeights", byte[].class)).isEqualTo(ngrams.weights());
    assertThat(read.part("scales", float[].class)).isEqualTo(ngrams.scales());
  }

  private static void assertMatrix(float[][] read, Matrix matrix) {
    assertThat(read).hasDimensions(matrix.rows(), matrix.columns());
    for (int row = 0; row < read.length; row++) {
      int from = row * matrix.columns();
      float[] expected = Arrays.copyOfRange(matrix.values(), from, from + matrix.columns());
      assertThat(read[row]).isEqualTo(expected);
    }
  }
}
