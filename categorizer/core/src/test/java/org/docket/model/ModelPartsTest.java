/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.docket.TestModels;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** Parts that do not fit are refused when they are put together, and named. */
class ModelPartsTest {

  private static final NetworkShape SHAPE =
      new NetworkShape(7, 3, List.of(4, 2), true, Pooling.LAST, false, 5);
  private static final NetworkWeights WEIGHTS = NetworkWeights.random(SHAPE, 1);

  @Test
  void eachNumberOfAShapeHasItsLimits() {
    int wide = NetworkShape.MAX_WIDTH;
    assertThatCode(() -> shape(1 << 24, wide, List.of(wide, 1), wide)).doesNotThrowAnyException();
    assertThatCode(() -> shape(1, 1, List.of(1), 1)).doesNotThrowAnyException();
    refused("vocabularySize", () -> shape((1 << 24) + 1, 1, List.of(1), 1));
    refused("vocabularySize", () -> shape(0, 1, List.of(1), 1));
    refused("embeddingSize", () -> shape(1, wide + 1, List.of(1), 1));
    refused("number of LSTM layers", () -> shape(1, 1, List.of(1, 1, 1), 1));
    refused("number of LSTM layers", () -> shape(1, 1, List.of(), 1));
    refused("units", () -> shape(1, 1, List.of(1, 0), 1));
    refused("categories", () -> shape(1, 1, List.of(1), wide + 1));
    assertThatThrownBy(() -> new NetworkShape(1, 1, List.of(1), false, null, false, 1))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void weightsMustFitTheShape() {
    List<LstmWeights> forward = WEIGHTS.forward();
    Matrix wrong = Matrix.zeros(1, 1);
    refused("embedding", () -> weights(wrong, forward, forward, WEIGHTS.output(), 5));
    refused("forward", () -> weights(WEIGHTS.embedding(), List.of(), forward, wrong, 5));
    refused("backward", () -> weights(WEIGHTS.embedding(), forward, List.of(), wrong, 5));
    refused("output weights", () -> weights(WEIGHTS.embedding(), forward, forward, wrong, 5));
    refused(
        "output bias", () -> weights(WEIGHTS.embedding(), forward, forward, WEIGHTS.output(), 4));
    List<LstmWeights> narrow = List.of(lstm(2, 4), lstm(8, 2));
    refused(
        "forward layer 0",
        () -> weights(WEIGHTS.embedding(), narrow, forward, WEIGHTS.output(), 5));
    List<LstmWeights> short1 = List.of(forward.get(0), lstm(8, 3));
    refused(
        "forward layer 1",
        () -> weights(WEIGHTS.embedding(), short1, forward, WEIGHTS.output(), 5));
  }

  @Test
  void theMatricesOfALayerMustFitEachOther() {
    Matrix four = Matrix.zeros(2, 8);
    refused("recurrent", () -> new LstmWeights(four, Matrix.zeros(2, 7), new float[8]));
    refused("input", () -> new LstmWeights(Matrix.zeros(3, 7), four, new float[8]));
    refused("bias", () -> new LstmWeights(Matrix.zeros(3, 8), four, new float[7]));
  }

  @Test
  void whatAModelIsMadeOfMustFitItsNetwork() {
    CategorizerModel model = TestModels.pooled();
    List<String> three = model.categories();
    float[] shares = {0.5f, 0.3f, 0.2f};
    assertThatCode(() -> model(model.vocabulary(), three, new float[] {1, 0, 0}, 1))
        .doesNotThrowAnyException();
    refused("vocabulary", () -> model(Vocabulary.of(List.of("one")), three, shares, 1));
    refused("categories", () -> model(model.vocabulary(), List.of("a", "b"), shares, 1));
    refused("priors", () -> model(model.vocabulary(), three, new float[] {1, 0}, 1));
    refused("twice", () -> model(model.vocabulary(), List.of("a", "b", "a"), shares, 1));
    refused("sum to", () -> model(model.vocabulary(), three, new float[] {0.5f, 0.3f, 0.1f}, 1));
    refused("a prior", () -> model(model.vocabulary(), three, new float[] {1.1f, -0.1f, 0}, 1));
    for (float temperature : new float[] {0, Float.POSITIVE_INFINITY, Float.NaN}) {
      refused("temperature", () -> model(model.vocabulary(), three, shares, temperature));
    }
  }

  @Test
  void withOtherNamesAModelIsTheSameElse() {
    CategorizerModel model = TestModels.pooled();
    CategorizerModel renamed = model.withCategories(List.of("a", "b", "c"));
    assertThat(renamed.categories()).containsExactly("a", "b", "c");
    assertThat(renamed.network()).isSameAs(model.network());
    assertThat(renamed.temperature()).isEqualTo(model.temperature());
  }

  private static void refused(String what, ThrowingCallable part) {
    assertThatThrownBy(part)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(what);
  }

  private static NetworkShape shape(
      int vocabulary, int embedding, List<Integer> units, int categories) {
    return new NetworkShape(vocabulary, embedding, units, false, Pooling.LAST, false, categories);
  }

  private static NetworkWeights weights(
      Matrix embedding,
      List<LstmWeights> forward,
      List<LstmWeights> backward,
      Matrix output,
      int biases) {
    return new NetworkWeights(SHAPE, embedding, forward, backward, output, new float[biases]);
  }

  private static LstmWeights lstm(int inputs, int units) {
    return new LstmWeights(
        Matrix.zeros(inputs, 4 * units), Matrix.zeros(units, 4 * units), new float[4 * units]);
  }

  private static CategorizerModel model(
      Vocabulary vocabulary, List<String> categories, float[] priors, float temperature) {
    return new CategorizerModel(
        "en",
        AnalysisSpec.english(),
        vocabulary,
        categories,
        priors,
        TestModels.pooled().network(),
        temperature,
        new TreeMap<>());
  }
}
