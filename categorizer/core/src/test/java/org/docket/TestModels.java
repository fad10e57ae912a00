/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docket.model.CategorizerModel;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.Pooling;
import org.docket.profile.Profile;
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

  /** The same with figures of ten documents: two in three tokens of a text must be known. */
  public static CategorizerModel profiled() {
    return pooled().withProfile(new Profile(0.7f, 10, List.of(4, 0, 3), 0.8f));
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
        NetworkWeights.random(shape, 42),
        1.25f,
        new TreeMap<>(Map.of("seed", "42", "data", "none")));
  }
}
