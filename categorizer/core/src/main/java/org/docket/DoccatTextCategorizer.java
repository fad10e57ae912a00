/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.docket.model.CategoryNames;

/**
 * Any other OpenNLP doccat model (maxent, perceptron, naive Bayes) behind the text door. Text is
 * split at white space, as OpenNLP's own {@code Doccat} and {@code DoccatTrainer} do; category
 * names that {@link CategoryNames} escaped for training are shown as they were. Of a text so long
 * that the model's arithmetic overflows, only the beginning is read.
 *
 * <p>Safe for use by many threads: such a model is immutable, and the categorizer around it keeps
 * no state.
 */
public final class DoccatTextCategorizer implements TextCategorizer {

  /** Where {@link AbstractModel#getDataStructures} has the features, each with its weights. */
  private static final int FEATURES = 1;

  /** Of the sum of probabilities. */
  private static final double TOLERANCE = 1e-6;

  private final DoccatModel model;
  private final DocumentCategorizer categorizer;
  private final List<String> categories;

  DoccatTextCategorizer(DoccatModel model) {
    this.model = model;
    this.categorizer = new DocumentCategorizerME(model);
    this.categories =
        IntStream.range(0, categorizer.getNumberOfCategories())
            .mapToObj(i -> CategoryNames.unescape(categorizer.getCategory(i)))
            .toList();
  }

  @Override
  public List<String> categories() {
    return categories;
  }

  /** The model that this categorizer runs. */
  public DoccatModel model() {
    return model;
  }

  @Override
  public Categorization categorize(String text) {
    String[] tokens = WhitespaceTokenizer.INSTANCE.tokenize(text);
    double[] probabilities = categorizer.categorize(tokens);
    int read = tokens.length;
    while (read > 0 && isUndefined(probabilities)) {
      // OpenNLP's maxent multiplies the weights of all tokens, and overflows after very many.
      read /= 2;
      probabilities = categorizer.categorize(Arrays.copyOf(tokens, read));
    }
    // Which tokens a model knows costs as much as the answer; whether it knows any does not.
    int known = knowsAny(tokens) ? read : 0;
    return Categorization.of(
        categories, probabilities, read, known, read < tokens.length, known == 0);
  }

  private boolean knowsAny(String[] tokens) {
    if (!(model.getMaxentModel() instanceof AbstractModel weights)) {
      return true; // somebody's own, which cannot be asked
    }
    Map<?, ?> features = (Map<?, ?>) weights.getDataStructures()[FEATURES];
    return Arrays.stream(tokens).anyMatch(token -> knowsAny(features, token))
        || knowsAny(features, tokens);
  }

  /** What the model's feature generators make of the tokens, if any of it has a weight. */
  private boolean knowsAny(Map<?, ?> features, String... tokens) {
    for (FeatureGenerator generator : model.getFactory().getFeatureGenerators()) {
      if (generator.extractFeatures(tokens, Map.of()).stream().anyMatch(features::containsKey)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    return texts.stream().map(this::categorize).toList();
  }

  private static boolean isUndefined(double[] probabilities) {
    double sum = Arrays.stream(probabilities).sum();
    return !(Math.abs(sum - 1) < TOLERANCE); // nor is NaN
  }
}
