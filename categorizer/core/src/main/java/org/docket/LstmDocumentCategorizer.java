/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.net.URL;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import opennlp.tools.doccat.DocumentCategorizer;
import org.docket.inference.LstmNetwork;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.text.TextAnalyzer;
import org.docket.vocabulary.Vocabulary;

/**
 * Docket's categorizer: text to tokens (Lucene), tokens to ids, ids to probabilities (LSTM).
 *
 * <p>It is both an OpenNLP {@link DocumentCategorizer}, which takes tokens, and a {@link
 * TextCategorizer}, which takes text. Tokens are joined by blanks and go through the model's own
 * analysis chain like any text, so that it does not matter which tokenizer made them.
 *
 * <p>As a {@link DocumentCategorizer} it calls the categories by the model's names for them, as
 * {@code DocumentCategorizerME} does; as a {@link TextCategorizer} by their labels. These differ
 * where {@link CategoryNames} escaped a label, above all for OpenNLP's own training format.
 *
 * <p>Immutable and safe for use by many threads at once: one instance serves a whole JVM.
 */
public final class LstmDocumentCategorizer implements DocumentCategorizer, TextCategorizer {

  private final CategorizerModel model;
  private final List<String> labels;
  private final TextAnalyzer analyzer;
  private final Vocabulary vocabulary;
  private final LstmNetwork network;
  private final double[] priors;

  private LstmDocumentCategorizer(CategorizerModel model) {
    this.model = model;
    this.labels = model.categories().stream().map(CategoryNames::unescape).toList();
    this.analyzer = new TextAnalyzer(model.analysis());
    this.vocabulary = model.vocabulary();
    this.network = new LstmNetwork(model.network());
    this.priors = new double[model.priors().length];
    for (int i = 0; i < priors.length; i++) {
      priors[i] = model.priors()[i];
    }
  }

  /**
   * Loads a model file that Docket trained.
   *
   * @throws DocketException if the file is missing or is not a usable model of Docket
   */
  public static LstmDocumentCategorizer load(Path modelFile) {
    return of(ModelFile.read(modelFile));
  }

  /**
   * Loads a model that Docket trained from wherever a URL leads, such as the class path: {@code
   * load(App.class.getResource("/complaints-en.bin"))}.
   *
   * @throws DocketException if nothing is there or it is not a usable model of Docket
   */
  public static LstmDocumentCategorizer load(URL model) {
    return of(ModelFile.read(model));
  }

  /** A categorizer of a model that is in memory. */
  public static LstmDocumentCategorizer of(CategorizerModel model) {
    return new LstmDocumentCategorizer(model);
  }

  /** The model that this categorizer runs. */
  public CategorizerModel model() {
    return model;
  }

  @Override
  public List<String> categories() {
    return labels;
  }

  @Override
  public Categorization categorize(String text) {
    IdBuffer ids = new IdBuffer(vocabulary);
    boolean truncated = analyzer.analyze(Objects.requireNonNull(text, "text"), ids);
    return Categorization.of(categories(), probabilities(ids), ids.size(), ids.known(), truncated);
  }

  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    return texts.stream().map(this::categorize).toList();
  }

  /**
   * The probabilities of a text that has been through this model's analysis chain already.
   *
   * @param tokens cleaned tokens, such as {@link TextAnalyzer#analyze(String)} returns
   * @return one per category, in the model's order
   */
  public double[] categorizeAnalyzed(String[] tokens) {
    IdBuffer ids = new IdBuffer(vocabulary);
    int length = Math.min(tokens.length, model.analysis().maxTokens());
    for (int i = 0; i < length; i++) {
      ids.add(vocabulary.id(tokens[i]));
    }
    return probabilities(ids);
  }

  /**
   * {@inheritDoc}
   *
   * @param tokens of any tokenizer; with none, or none that the model knows, the answer is each
   *     category's share of the training data
   */
  @Override
  public double[] categorize(String[] tokens) {
    IdBuffer ids = new IdBuffer(vocabulary);
    analyzer.analyze(String.join(" ", tokens), ids);
    return probabilities(ids);
  }

  /**
   * {@inheritDoc}
   *
   * @param extraInformation not used: the model knows nothing but the text
   */
  @Override
  public double[] categorize(String[] tokens, Map<String, Object> extraInformation) {
    return categorize(tokens);
  }

  /**
   * {@inheritDoc}
   *
   * @return the first one, if several are best
   * @throws IllegalArgumentException if there is not one probability per category. OpenNLP's own
   *     models look only whether there is any.
   */
  @Override
  public String getBestCategory(double[] outcome) {
    AllResults.requireOneEach(categories(), outcome);
    int best = 0;
    for (int i = 1; i < outcome.length; i++) {
      if (outcome[i] > outcome[best]) {
        best = i;
      }
    }
    return getCategory(best);
  }

  /**
   * {@inheritDoc}
   *
   * @return -1 if the model does not have the category
   */
  @Override
  public int getIndex(String category) {
    // A list that takes no null does not even look for one.
    return category == null ? -1 : model.categories().indexOf(category);
  }

  @Override
  public String getCategory(int index) {
    return model.categories().get(index);
  }

  @Override
  public int getNumberOfCategories() {
    return model.categories().size();
  }

  /**
   * {@inheritDoc}
   *
   * @return such as {@code Mortgage[0.9000] Debt collection[0.1000]}, with a decimal point whatever
   *     the locale
   * @throws IllegalArgumentException if there is not one probability per category. OpenNLP's own
   *     models return an English sentence that says so.
   */
  @Override
  public String getAllResults(double[] results) {
    return AllResults.format(model.categories(), results);
  }

  @Override
  public Map<String, Double> scoreMap(String[] text) {
    double[] scores = categorize(text);
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < scores.length; i++) {
      map.put(getCategory(i), scores[i]);
    }
    return map;
  }

  @Override
  public SortedMap<Double, Set<String>> sortedScoreMap(String[] text) {
    double[] scores = categorize(text);
    SortedMap<Double, Set<String>> map = new TreeMap<>();
    for (int i = 0; i < scores.length; i++) {
      map.computeIfAbsent(scores[i], score -> new HashSet<>()).add(getCategory(i));
    }
    return map;
  }

  private double[] probabilities(IdBuffer ids) {
    if (ids.known() == 0) {
      return priors.clone();
    }
    return LstmNetwork.softmax(network.logits(ids.ids()), model.temperature());
  }
}
