/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.Arrays;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import org.docket.model.ModelFormatException;

/**
 * Whether the weights of a model of OpenNLP's own trainers fit together. Its readers take a file at
 * its word, and the model then fails when a text has the wrong word in it.
 */
final class StockWeights {

  /** Where {@link AbstractModel#getDataStructures} has the weights of each feature. */
  private static final int WEIGHTS = 0;

  private static final double TOLERANCE = 1e-6;

  private StockWeights() {}

  /**
   * Refuses a model whose weights are missing, are no numbers, or belong to no category, or that
   * has no answer to a text without any of its features.
   */
  static void requireSound(MaxentModel model) throws ModelFormatException {
    int categories = model.getNumOutcomes();
    if (categories < 1) {
      throw new ModelFormatException("it has no category");
    }
    if (model instanceof AbstractModel weights) {
      for (Context feature : (Context[]) weights.getDataStructures()[WEIGHTS]) {
        requireSound(feature, categories);
      }
    }
    double sum = Arrays.stream(model.eval(new String[0])).sum();
    if (!(Math.abs(sum - 1) < TOLERANCE)) {
      throw new ModelFormatException(
          "it is corrupt: its probabilities of a text without a known word sum to " + sum);
    }
  }

  private static void requireSound(Context feature, int categories) throws ModelFormatException {
    if (feature == null) {
      throw new ModelFormatException("it is corrupt: a feature has no weights");
    }
    for (int category : feature.getOutcomes()) {
      if (category < 0 || category >= categories) {
        throw new ModelFormatException(
            "it is corrupt: a weight is of category " + category + ", and it has " + categories);
      }
    }
    for (double weight : feature.getParameters()) {
      if (!Double.isFinite(weight)) {
        throw new ModelFormatException("it is corrupt: a weight is " + weight);
      }
    }
  }
}
