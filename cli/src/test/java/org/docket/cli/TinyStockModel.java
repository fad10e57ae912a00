/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;

/** Models that OpenNLP's own trainers make of four documents: two about houses, two about cards. */
public final class TinyStockModel {

  private TinyStockModel() {}

  /** Naive Bayes: Home loan and Card. */
  public static Path train(Path model) throws IOException {
    return train("NAIVEBAYES", "Home%20loan", "Card", model);
  }

  /**
   * Trains.
   *
   * @param algorithm MAXENT, MAXENT_QN, PERCEPTRON or NAIVEBAYES
   * @param houses what documents about houses are called
   * @param cards what documents about cards are called
   */
  public static Path train(String algorithm, String houses, String cards, Path model)
      throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    List<DocumentSample> samples = new ArrayList<>();
    samples.add(new DocumentSample(cards, new String[] {"plastic", "fee"}));
    samples.add(new DocumentSample(cards, new String[] {"plastic", "limit"}));
    samples.add(new DocumentSample(houses, new String[] {"house", "loan"}));
    samples.add(new DocumentSample(houses, new String[] {"house", "escrow"}));
    DocumentCategorizerME.train(
            "en", new CollectionObjectStream<>(samples), parameters, new DoccatFactory())
        .serialize(model);
    return model;
  }
}
