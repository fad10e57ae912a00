/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import opennlp.tools.doccat.DocumentCategorizer;
import org.docket.model.CategorizerModel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Our model keeps the contract through its own door and through OpenNLP's. */
class LstmContractTest {

  @Nested
  class Ours extends DocumentCategorizerContractTest {
    @Override
    DocumentCategorizer categorizer() {
      return LstmDocumentCategorizer.of(model());
    }
  }

  @Nested
  class ThroughOpenNlp extends DocumentCategorizerContractTest {
    @Override
    DocumentCategorizer categorizer() {
      return StockModels.throughOpenNlp(model());
    }
  }

  @Test
  void outcomesOfAnotherModelAreRefused() {
    DocumentCategorizer ours = LstmDocumentCategorizer.of(model());
    for (double[] foreign : new double[][] {{}, {1}, {0.9, 0, 0, 0.1}}) {
      assertThatThrownBy(() -> ours.getBestCategory(foreign))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("there are 3 categories, but " + foreign.length);
      assertThatThrownBy(() -> ours.getAllResults(foreign))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anEmptyTextGetsTheSharesOfTheTrainingData() {
    DocumentCategorizer ours = LstmDocumentCategorizer.of(model());
    assertThat(ours.categorize(new String[0])).containsExactly(0.375, 0.375, 0.25);
    assertThat(ours.categorize(new String[] {"", " "})).containsExactly(0.375, 0.375, 0.25);
  }

  @Test
  void anEmptyTextGetsProbabilitiesThoughTheSharesWereRounded() {
    DocumentCategorizer ours = LstmDocumentCategorizer.of(model(0.375f, 0.3751f, 0.25f));
    assertThat(Arrays.stream(ours.categorize(new String[0])).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void bothDoorsChooseTheSameOfEquallyGoodCategories() {
    LstmDocumentCategorizer ours = LstmDocumentCategorizer.of(model());
    assertThat(ours.categorize("qqq").best().category())
        .isEqualTo(ours.getBestCategory(ours.categorize(new String[] {"qqq"})))
        .isEqualTo("Mortgage");
  }

  /** Two categories of the same share: a text that says nothing gives both the same score. */
  private static CategorizerModel model() {
    return model(0.375f, 0.375f, 0.25f);
  }

  private static CategorizerModel model(float... shares) {
    CategorizerModel model = TestModels.pooled();
    return new CategorizerModel(
        model.language(),
        model.analysis(),
        model.vocabulary(),
        model.categories(),
        shares,
        model.network(),
        model.temperature(),
        model.provenance());
  }
}
