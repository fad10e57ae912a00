/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.docket.model.CategorizerModel;
import org.docket.model.LstmWeights;
import org.docket.model.Matrix;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;

/** Small models with seeded random weights. */
public final class TestModels {

  public static final List<String> CATEGORIES =
      List.of("Mortgage", "Bank account", "Prêt, étudiant");

  private static final List<String> TOKENS =
      List.of("loan", "bank", "fee", "redacted", "amount3", "not", "card", "ünïcode", "payment");

  private TestModels() {}

  /** A model of the default family: one layer, pooled, with the mean of the embeddings. */
  public static CategorizerModel pooled() {
    return model(List.of(6), false, Pooling.MEAN_MAX, true);
  }

  public static CategorizerModel model(
      List<Integer> units, boolean bidirectional, Pooling pooling, boolean embeddingMean) {
    Vocabulary vocabulary = Vocabulary.of(TOKENS);
    NetworkShape shape =
        new NetworkShape(
            vocabulary.size(), 5, units, bidirectional, pooling, embeddingMean, CATEGORIES.size());
    return new CategorizerModel(
        "en",
        AnalysisSpec.english(),
        vocabulary,
        CATEGORIES,
        new float[] {0.5f, 0.3f, 0.2f},
        weights(shape, 42),
        1.25f,
        new TreeMap<>(Map.of("seed", "42", "data", "none")));
  }

  public static NetworkWeights weights(NetworkShape shape, long seed) {
    Random random = new Random(seed);
    List<LstmWeights> forward = new ArrayList<>();
    List<LstmWeights> backward = new ArrayList<>();
    for (int layer = 0; layer < shape.units().size(); layer++) {
      forward.add(layer(shape, layer, random));
      if (shape.bidirectional()) {
        backward.add(layer(shape, layer, random));
      }
    }
    return new NetworkWeights(
        shape,
        matrix(shape.vocabularySize(), shape.embeddingSize(), random),
        forward,
        backward,
        matrix(shape.features(), shape.categories(), random),
        matrix(1, shape.categories(), random).values());
  }

  private static LstmWeights layer(NetworkShape shape, int layer, Random random) {
    int units = shape.units().get(layer);
    return new LstmWeights(
        matrix(shape.inputSize(layer), 4 * units, random),
        matrix(units, 4 * units, random),
        matrix(1, 4 * units, random).values());
  }

  private static Matrix matrix(int rows, int columns, Random random) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.values().length; i++) {
      matrix.values()[i] = (float) random.nextGaussian() / 2;
    }
    return matrix;
  }
}
