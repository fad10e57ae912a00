/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Models of OpenNLP that know a sentence of each category. */
final class TinyModels {

  private TinyModels() {}

  /**
   * Trains a model.
   *
   * @param samples a category and behind a colon a sentence, each
   */
  static Path train(Path file, String... samples) throws IOException {
    TrainingParameters params = TrainingParameters.defaultParams();
    params.put(TrainingParameters.ALGORITHM_PARAM, NaiveBayesTrainer.NAIVE_BAYES_VALUE);
    params.put(TrainingParameters.CUTOFF_PARAM, 1);
    DocumentCategorizerME.train(
            "eng",
            ObjectStreamUtils.createObjectStream(
                Arrays.stream(samples).map(TinyModels::sample).toArray(DocumentSample[]::new)),
            params,
            new DoccatFactory())
        .serialize(file);
    return file;
  }

  private static DocumentSample sample(String sample) {
    String[] parts = sample.split(": ", 2);
    return new DocumentSample(parts[0], parts[1].split(" "));
  }
}
