/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.inspect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.AbstractModel.ModelType;
import opennlp.tools.util.model.BaseModel;

/** What a model of OpenNLP's own trainers tells about itself. */
public final class StockModelFacts {

  private StockModelFacts() {}

  /** Puts the facts into a map, by their names for people. */
  public static void describe(DoccatModel model, Map<String, Object> facts) {
    facts.put("kind", kind(model));
    facts.put("language", model.getLanguage());
    features(model, facts);
    facts.put("factory", model.getFactory().getClass().getName());
    facts.put(
        "feature generators",
        Arrays.stream(model.getFactory().getFeatureGenerators())
            .map(generator -> generator.getClass().getName())
            .toList());
    facts.put("OpenNLP", model.getManifestProperty("OpenNLP-Version"));
    facts.put("training", training(model));
  }

  private static String kind(DoccatModel model) {
    ModelType type =
        model.getMaxentModel() instanceof AbstractModel known ? known.getModelType() : null;
    if (type == null) {
      return "OpenNLP doccat model of " + model.getMaxentModel().getClass().getName();
    }
    return switch (type) {
      case Maxent -> "maxent of OpenNLP";
      case MaxentQn -> "maxent (quasi-Newton) of OpenNLP";
      case Perceptron -> "perceptron of OpenNLP";
      case NaiveBayes -> "naive Bayes of OpenNLP";
    };
  }

  private static void features(DoccatModel model, Map<String, Object> facts) {
    if (model.getMaxentModel() instanceof AbstractModel known
        && known.getDataStructures()[1] instanceof Map<?, ?> predicates) {
      facts.put("features", predicates.size());
    }
  }

  /** What the trainer wrote into the manifest; not all of them write all. */
  private static Map<String, Object> training(DoccatModel model) {
    Map<String, Object> training = new LinkedHashMap<>();
    putIfThere("cutoff", model, BaseModel.TRAINING_CUTOFF_PROPERTY, training);
    putIfThere("iterations", model, BaseModel.TRAINING_ITERATIONS_PROPERTY, training);
    putIfThere("event hash", model, BaseModel.TRAINING_EVENTHASH_PROPERTY, training);
    return training;
  }

  private static void putIfThere(
      String name, DoccatModel model, String property, Map<String, Object> facts) {
    String value = model.getManifestProperty(property);
    if (value != null) {
      facts.put(name, value);
    }
  }
}
