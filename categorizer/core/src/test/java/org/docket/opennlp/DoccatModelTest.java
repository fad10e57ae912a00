/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerEvaluator;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.LstmDocumentCategorizer;
import org.docket.PlainNumbers;
import org.docket.ScoredCategory;
import org.docket.TestModels;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.model.Pooling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our file through OpenNLP's own classes, which know nothing of us. The build runs these tests with
 * OpenNLP 3 as well if its Java is new enough.
 */
@ExtendWith(Permission.class)
class DoccatModelTest {

  private static final List<String> TEXTS =
      List.of(
          "The bank took $123 and 2 payments, not a fee. XXXX XXXX!",
          "They added {$1,200.00} on XX/XX/2019; I don't owe it. ÜNÏCODE card",
          "<b>loan</b> &amp; bank bow=fee lucene=loan e-mail@bank.example",
          "nothing that it knows",
          "the a of",
          "\ud83c\udfe6 loan \ud83c broken surrogate",
          "loan ".repeat(400),
          "");

  private final CategorizerModel model = TestModels.pooled();
  private final LstmDocumentCategorizer ours = LstmDocumentCategorizer.of(model);

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void writeModel() throws IOException {
    file = folder.resolve("model.bin");
    ModelFile.write(model, file);
  }

  static Stream<Named<Function<String, String[]>>> tokenizers() {
    return Stream.of(
        Named.of("white space", WhitespaceTokenizer.INSTANCE::tokenize),
        Named.of("simple", SimpleTokenizer.INSTANCE::tokenize),
        Named.of("as in the Penn Treebank", DoccatModelTest::tokenizeAsInTreebank));
  }

  /** As OpenNLP's English tokenizer model splits: signs and clitics apart, amounts whole. */
  private static String[] tokenizeAsInTreebank(String text) {
    String spaced = text.replaceAll("(?<!\\d)[.,]|n't\\b|[$!?;{}&<>]", " $0 ");
    return WhitespaceTokenizer.INSTANCE.tokenize(spaced);
  }

  @ParameterizedTest
  @MethodSource("tokenizers")
  void theSameProbabilitiesWithAnyTokenizer(Function<String, String[]> tokenizer)
      throws IOException {
    DocumentCategorizerME stock = new DocumentCategorizerME(new DoccatModel(file));

    for (String text : TEXTS) {
      String[] tokens = tokenizer.apply(text);
      assertSame(stock, ours, tokens);
      double[] probabilities = stock.categorize(tokens);
      for (ScoredCategory scored : ours.categorize(String.join(" ", tokens)).ranked()) {
        assertThat(probabilities[stock.getIndex(scored.category())])
            .isCloseTo(scored.probability(), within(1e-6));
      }
    }
  }

  @Test
  void everyNetworkOfTheFamily() throws IOException {
    for (boolean bidirectional : new boolean[] {false, true}) {
      CategorizerModel last = TestModels.model(List.of(5, 3), bidirectional, Pooling.LAST, false);
      ModelFile.write(last, file);

      assertSame(
          new DocumentCategorizerME(new DoccatModel(file)),
          LstmDocumentCategorizer.of(last),
          TEXTS.get(0).split(" "));
    }
  }

  @Test
  void fromPathFileAddressAndStream() throws IOException {
    for (DoccatModel loaded :
        List.of(
            new DoccatModel(file),
            new DoccatModel(file.toFile()),
            new DoccatModel(file.toUri().toURL()),
            new DoccatModel(new ByteArrayInputStream(Files.readAllBytes(file))))) {
      assertSame(new DocumentCategorizerME(loaded), ours, TEXTS.get(0).split(" "));
      assertThat(loaded.getLanguage()).isEqualTo("en");
    }
  }

  @Test
  void serializedByOpenNlpAndReadBack() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new DoccatModel(file).serialize(bytes);

    DoccatModel back = new DoccatModel(new ByteArrayInputStream(bytes.toByteArray()));

    assertSame(new DocumentCategorizerME(back), ours, TEXTS.get(0).split(" "));
    CategorizerModel read = ModelFile.read(new ByteArrayInputStream(bytes.toByteArray()));
    assertSame(
        new DocumentCategorizerME(back), LstmDocumentCategorizer.of(read), TEXTS.get(1).split(" "));
    assertThat(read.categories()).isEqualTo(TestModels.CATEGORIES);
    assertThat(read.provenance()).isEqualTo(model.provenance());
  }

  @Test
  void theEvaluatorCountsWhatWeCount() throws IOException {
    DocumentCategorizerEvaluator evaluator =
        new DocumentCategorizerEvaluator(new DocumentCategorizerME(new DoccatModel(file)));
    long right = 0;
    for (int i = 0; i < TEXTS.size(); i++) {
      String[] tokens = TEXTS.get(i).split(" ");
      String label = TestModels.CATEGORIES.get(i % TestModels.CATEGORIES.size());
      evaluator.evaluateSample(new DocumentSample(label, tokens));
      right += label.equals(ours.getBestCategory(ours.categorize(tokens))) ? 1 : 0;
    }

    assertThat(evaluator.getDocumentCount()).isEqualTo(TEXTS.size());
    assertThat(evaluator.getAccuracy()).isCloseTo((double) right / TEXTS.size(), within(1e-12));
  }

  @Test
  void theModelBringsAGeneratorOfCleanedTokens() throws IOException {
    FeatureGenerator[] generators = new DoccatModel(file).getFactory().getFeatureGenerators();

    assertThat(generators).hasSize(1);
    assertThat(generators[0].extractFeatures(new String[] {"The", "BANK", "$123"}, Map.of()))
        .containsExactlyElementsOf(
            ours.analyzer().analyze("The BANK $123").tokens().stream()
                .map(token -> "lucene=" + token)
                .toList())
        .contains("lucene=bank");
  }

  @Test
  void bagOfWordsOfTheStockFactoryIsCleanedToo() {
    String[] context = {"bow=The", "bow=BANK", "bow=$123"};
    assertThat(new LstmModel(model).eval(context))
        .isEqualTo(ours.categorize(new String[] {"The", "BANK", "$123"}));
  }

  @Test
  void everyEvalGivesTheSame() {
    LstmModel stock = new LstmModel(model);
    String[] context = {"bow=bank", "bow=fee"};
    double[] expected = stock.eval(context);

    double[] given = new double[expected.length];
    assertThat(stock.eval(context, given)).isSameAs(given).isEqualTo(expected);
    assertThat(stock.eval(context, new float[] {3, 0})).isEqualTo(expected);
  }

  private static void assertSame(
      DocumentCategorizerME stock, LstmDocumentCategorizer ours, String[] tokens) {
    double[] expected = ours.categorize(tokens);
    double[] actual = stock.categorize(tokens);
    assertThat(actual).containsExactly(expected, within(1e-6));
    assertThat(stock.getBestCategory(actual)).isEqualTo(ours.getBestCategory(expected));
    assertThat(PlainNumbers.of(stock.getAllResults(actual)))
        .isEqualTo(ours.getAllResults(expected));
    assertThat(stock.scoreMap(tokens).keySet())
        .containsExactlyInAnyOrderElementsOf(ours.scoreMap(tokens).keySet());
    assertThat(stock.getNumberOfCategories()).isEqualTo(ours.getNumberOfCategories());
    for (int i = 0; i < ours.getNumberOfCategories(); i++) {
      assertThat(stock.getCategory(i)).isEqualTo(ours.getCategory(i));
      assertThat(stock.getIndex(ours.getCategory(i))).isEqualTo(i);
    }
  }
}
