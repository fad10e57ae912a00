/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import java.io.IOException;
import java.nio.file.Path;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.doccat.NGramFeatureGenerator;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** A model of OpenNLP's own trainers, with two of its feature generators. */
final class StockModel {

  private StockModel() {}

  static Path train(Path file) throws IOException {
    TrainingParameters params = TrainingParameters.defaultParams();
    params.put(TrainingParameters.CUTOFF_PARAM, 1);
    DocumentCategorizerME.train(
            "eng",
            ObjectStreamUtils.createObjectStream(
                sample("Mortgage", "the bank took my house and my loan is paid"),
                sample("Card", "the fee of my credit card was charged twice")),
            params,
            new DoccatFactory(featureGenerators()))
        .serialize(file);
    return file;
  }

  private static FeatureGenerator[] featureGenerators() throws InvalidFormatException {
    return new FeatureGenerator[] {new BagOfWordsFeatureGenerator(), new NGramFeatureGenerator()};
  }

  private static DocumentSample sample(String category, String text) {
    return new DocumentSample(category, text.split(" "));
  }
}
