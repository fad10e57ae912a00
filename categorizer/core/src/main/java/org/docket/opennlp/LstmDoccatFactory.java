/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.FeatureGenerator;
import org.docket.text.TextAnalyzer;

/**
 * The factory that the manifest of Docket's models names: it gives {@code DocumentCategorizerME} a
 * feature generator that runs the model's own analysis chain.
 */
public final class LstmDoccatFactory extends DoccatFactory {

  /**
   * The model's {@link LuceneFeatureGenerator}; before there is a model, OpenNLP's bag of words.
   */
  @Override
  public FeatureGenerator[] getFeatureGenerators() {
    LstmModel model =
        artifactProvider == null ? null : artifactProvider.getArtifact("doccat.model");
    if (model == null) {
      return super.getFeatureGenerators();
    }
    TextAnalyzer analyzer = new TextAnalyzer(model.model().analysis());
    return new FeatureGenerator[] {new LuceneFeatureGenerator(analyzer)};
  }
}
