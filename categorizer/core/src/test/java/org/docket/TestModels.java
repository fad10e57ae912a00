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

  /** The same as {@link #profiled} with n-grams. */
  public static CategorizerModel withNgrams() {
    return model(shape(List.of(6), false, Pooling.MEAN_MAX, true).withNgrams(true))
        .withProfile(profiled().profile().orElseThrow());
  }

  public static CategorizerModel model(
      List<Integer> units, boolean bidirectional, Pooling pooling, boolean embeddingMean) {
    return model(shape(units, bidirectional, pooling, embeddingMean));
  }

  /** The shape of a network of this vocabulary. */
  public static NetworkShape shape(
      List<Integer> units, boolean bidirectional, Pooling pooling, boolean embeddingMean) {
    return new NetworkShape(
        TOKENS.size() + 1, 5, units, bidirectional, pooling, embeddingMean, CATEGORIES.size());
  }

  public static CategorizerModel model(NetworkShape shape) {
    Vocabulary vocabulary = Vocabulary.of(TOKENS);
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
