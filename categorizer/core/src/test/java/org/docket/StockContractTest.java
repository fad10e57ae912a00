/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** OpenNLP's own categorizers: they show that the contract is theirs, and where they differ. */
class StockContractTest {

  @Nested
  class Maxent extends DocumentCategorizerContractTest {
    @Override
    DocumentCategorizer categorizer() {
      return stock("MAXENT");
    }
  }

  @Nested
  class Perceptron extends DocumentCategorizerContractTest {
    @Override
    DocumentCategorizer categorizer() {
      return stock("PERCEPTRON");
    }
  }

  @Nested
  class NaiveBayes extends DocumentCategorizerContractTest {
    @Override
    DocumentCategorizer categorizer() {
      return stock("NAIVEBAYES");
    }
  }

  /** Ours refuses these: see {@code LstmContractTest}. */
  @Test
  void outcomesOfAnotherModelAreNotNoticedByTheStockOnes() {
    DocumentCategorizer stock = stock("MAXENT");
    assertThat(stock.getBestCategory(new double[] {1})).isEqualTo(stock.getCategory(0));
    assertThat(stock.getBestCategory(new double[] {0.9, 0, 0})).isEqualTo(stock.getCategory(0));
    assertThatThrownBy(() -> stock.getBestCategory(new double[] {0, 0, 0.9}))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(stock.getAllResults(new double[] {1}))
        .contains("must not have been produced by this model");
  }

  private static DocumentCategorizer stock(String algorithm) {
    return new DocumentCategorizerME(StockModels.train(algorithm));
  }
}
