/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.ext.ExtensionLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped model answers as it did when it was shipped: whoever changes the analysis, a library
 * or a kernel sees what it does to people's texts. {@link GoldenAnswers} tells how to pin other
 * answers, if they are meant.
 */
class GoldenAnswersTest {

  private static final double TOLERANCE = 1e-4;

  private static LstmDocumentCategorizer categorizer;
  private static DocumentCategorizerME openNlp;

  @BeforeAll
  static void load() throws IOException {
    categorizer = LstmDocumentCategorizer.load(GoldenAnswers.MODEL);
    ExtensionLoader.registerAllowedPackage("org.docket.");
    try {
      openNlp = new DocumentCategorizerME(new DoccatModel(GoldenAnswers.MODEL));
    } finally {
      ExtensionLoader.unregisterAllowedPackage("org.docket.");
    }
  }

  static List<GoldenAnswer> answers() throws IOException {
    return GoldenAnswers.read();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void theAnswerIsThePinnedOne(GoldenAnswer pinned) {
    assertSame(pinned, categorizer.categorize(pinned.document()));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void openNlpGivesThePinnedAnswerToTheTokens(GoldenAnswer pinned) {
    String[] tokens = WhitespaceTokenizer.INSTANCE.tokenize(pinned.document());
    double[] probabilities = openNlp.categorize(tokens);
    String best = openNlp.getBestCategory(probabilities);
    assertThat(best).isEqualTo(pinned.category());
    assertThat(probabilities[openNlp.getIndex(best)])
        .isCloseTo(pinned.probability(), within(TOLERANCE));
  }

  @Test
  void allTextsAtOnceGetThePinnedAnswers() throws IOException {
    List<Categorization> actual =
        categorizer.categorizeAll(answers().stream().map(GoldenAnswer::document).toList());
    assertThat(actual).hasSizeGreaterThanOrEqualTo(40);
    for (int i = 0; i < actual.size(); i++) {
      assertSame(answers().get(i), actual.get(i));
    }
  }

  private static void assertSame(GoldenAnswer pinned, Categorization actual) {
    assertThat(actual.best().category()).as(pinned.name()).isEqualTo(pinned.category());
    assertThat(actual.tokens()).as(pinned.name()).isEqualTo(pinned.tokens());
    assertThat(actual.knownTokens()).as(pinned.name()).isEqualTo(pinned.knownTokens());
    assertThat(actual.truncated()).as(pinned.name()).isEqualTo(pinned.truncated());
    assertThat(actual.best().probability())
        .as(pinned.name())
        .isCloseTo(pinned.probability(), within(TOLERANCE));
  }
}
