/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;

/** Small models that OpenNLP's own trainers make, and ours as OpenNLP sees it. */
final class StockModels {

  private StockModels() {}

  /**
   * Trains on four documents: two of Mortgage, two of Card.
   *
   * @param algorithm MAXENT, MAXENT_QN, PERCEPTRON or NAIVEBAYES
   */
  static DoccatModel train(String algorithm) {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, algorithm);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    List<DocumentSample> samples =
        List.of(
            sample("Mortgage", "house loan my"),
            sample("Mortgage", "house escrow"),
            sample("Card", "plastic fee my"),
            sample("Card", "plastic limit"));
    try {
      return DocumentCategorizerME.train(
          "en", new CollectionObjectStream<>(samples), parameters, new DoccatFactory());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Our model, written to a file and loaded by OpenNLP's own classes. */
  static DocumentCategorizerME throughOpenNlp(CategorizerModel model) {
    ExtensionLoader.registerAllowedPackage("org.docket.");
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      ModelFile.write(model, file);
      return new DocumentCategorizerME(
          new DoccatModel(new ByteArrayInputStream(file.toByteArray())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      ExtensionLoader.unregisterAllowedPackage("org.docket.");
    }
  }

  private static DocumentSample sample(String category, String text) {
    return new DocumentSample(category, WhitespaceTokenizer.INSTANCE.tokenize(text));
  }
}
