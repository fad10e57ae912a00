/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.io.IOException;
import java.nio.file.Path;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** A model of OpenNLP that knows houses and cards. */
public final class TinyModel {

  private TinyModel() {}

  public static Path write(Path file) throws IOException {
    TrainingParameters params = TrainingParameters.defaultParams();
    params.put(TrainingParameters.ALGORITHM_PARAM, NaiveBayesTrainer.NAIVE_BAYES_VALUE);
    params.put(TrainingParameters.CUTOFF_PARAM, 1);
    DocumentCategorizerME.train(
            "eng",
            ObjectStreamUtils.createObjectStream(
                sample("Mortgage", "the bank took my house"),
                sample("Card", "the fee of my plastic card")),
            params,
            new DoccatFactory())
        .serialize(file);
    return file;
  }

  private static DocumentSample sample(String category, String text) {
    return new DocumentSample(category, text.split(" "));
  }
}
