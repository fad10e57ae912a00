/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
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
    // OpenNLP does not tell which tokens a model knows, so all count as known.
    return Categorization.of(categories, probabilities, read, read, read < tokens.length);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    return texts.stream().map(this::categorize).toList();
  }

  private static boolean isUndefined(double[] probabilities) {
    return Double.isNaN(Arrays.stream(probabilities).sum());
  }
}
