/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.docket.DocketException;
import org.docket.corpus.LabelledText;
import org.docket.text.TextAnalyzer;
import org.docket.vocabulary.Vocabulary;

/**
 * The corpus as the network sees it. Vocabulary and categories come from the training texts alone.
 *
 * @param vocabulary tokens to ids
 * @param categories the labels, in alphabetical order
 * @param training texts with at least one known token
 * @param validation texts with at least one known token
 */
record EncodedCorpus(
    Vocabulary vocabulary,
    List<String> categories,
    EncodedTexts training,
    EncodedTexts validation) {

  /**
   * Analyses and encodes.
   *
   * @throws DocketException if there are fewer than two categories, if nothing is left to learn
   *     from, or if the validation texts have a category that the training texts do not have
   */
  static EncodedCorpus of(
      List<LabelledText> training, List<LabelledText> validation, TextConfig config) {
    TextAnalyzer analyzer = new TextAnalyzer(config.analysis());
    List<String> categories = categories(training);
    TokenTable table = new TokenTable();
    List<int[]> numbers = new ArrayList<>();
    for (LabelledText example : training) {
      numbers.add(table.addDocument(analyzer.analyze(example.text()).tokens()));
    }
    Vocabulary vocabulary = table.vocabulary(config.maxVocabulary(), config.minDocuments());
    EncodedTexts.Builder encoded = new EncodedTexts.Builder();
    int[] ids = table.ids(vocabulary);
    for (int i = 0; i < numbers.size(); i++) {
      int[] text = Arrays.stream(numbers.get(i)).map(number -> ids[number]).toArray();
      add(text, categories.indexOf(training.get(i).category()), encoded);
    }
    EncodedTexts texts = encoded.build();
    requireAllCategories(categories, texts);
    return new EncodedCorpus(
        vocabulary, categories, texts, encode(validation, analyzer, vocabulary, categories));
  }

  /** Each category's share of the training texts. */
  float[] priors() {
    int[] counts = training.labelCounts(categories.size());
    float[] priors = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      priors[i] = (float) counts[i] / training.size();
    }
    return priors;
  }

  private static EncodedTexts encode(
      List<LabelledText> texts,
      TextAnalyzer analyzer,
      Vocabulary vocabulary,
      List<String> categories) {
    EncodedTexts.Builder encoded = new EncodedTexts.Builder();
    for (LabelledText example : texts) {
      int label = categories.indexOf(example.category());
      if (label < 0) {
        throw new DocketException(
            "the validation data has the category \"%s\", which the training data does not have"
                .formatted(example.category()));
      }
      add(vocabulary.ids(analyzer.analyze(example.text()).tokens()), label, encoded);
    }
    EncodedTexts result = encoded.build();
    if (result.size() == 0) {
      throw new DocketException(
          "no text of the validation data has a word that the training data has");
    }
    return result;
  }

  /** A text without a known token never reaches the network: it is answered with the priors. */
  private static void add(int[] ids, int label, EncodedTexts.Builder encoded) {
    if (Arrays.stream(ids).anyMatch(id -> id != Vocabulary.UNKNOWN)) {
      encoded.add(ids, label);
    }
  }

  private static List<String> categories(List<LabelledText> training) {
    TreeSet<String> categories = new TreeSet<>();
    training.forEach(example -> categories.add(example.category()));
    if (categories.size() < 2) {
      throw new DocketException(
          "training needs at least two categories, but the data has " + categories);
    }
    return List.copyOf(categories);
  }

  private static void requireAllCategories(List<String> categories, EncodedTexts texts) {
    int[] counts = texts.labelCounts(categories.size());
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        throw new DocketException(
            ("no text of the category \"%s\" has a word that occurs often enough; give more texts,"
                    + " or lower vocabulary.minDocuments")
                .formatted(categories.get(i)));
      }
    }
  }
}
