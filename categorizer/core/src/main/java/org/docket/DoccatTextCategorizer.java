/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.tokenize.WhitespaceTokenizer;

/**
 * Any other OpenNLP doccat model (maxent, perceptron, naive Bayes) behind the text door. Text is
 * split at white space, as OpenNLP's own {@code Doccat} and {@code DoccatTrainer} do; category
 * names that {@link CategoryNames} escaped for training are shown as they were.
 *
 * <p>Safe for use by many threads: such a model is immutable, and the categorizer around it keeps
 * no state.
 */
final class DoccatTextCategorizer implements TextCategorizer {

  private final DocumentCategorizer categorizer;
  private final List<String> categories;

  DoccatTextCategorizer(DoccatModel model) {
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

  @Override
  public Categorization categorize(String text) {
    String[] tokens = WhitespaceTokenizer.INSTANCE.tokenize(text);
    double[] probabilities =
        tokens.length == 0 ? uniform() : categorizer.categorize(tokens, Collections.emptyMap());
    // OpenNLP does not tell which tokens a model knows, so all count as known.
    return Categorization.of(categories, probabilities, tokens.length, tokens.length, false);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    return texts.stream().map(this::categorize).toList();
  }

  /** What to say of an empty text: OpenNLP's naive Bayes fails on it, and its maxent says this. */
  private double[] uniform() {
    double[] probabilities = new double[categories.size()];
    Arrays.fill(probabilities, 1.0 / probabilities.length);
    return probabilities;
  }
}
