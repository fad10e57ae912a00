/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.net.URL;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import opennlp.tools.doccat.DocumentCategorizer;
import org.docket.error.DocketException;
import org.docket.inference.LstmNetwork;
import org.docket.kernel.Kernels;
import org.docket.model.CategorizerModel;
import org.docket.model.CategoryNames;
import org.docket.model.ModelFile;
import org.docket.profile.Coverage;
import org.docket.text.TextAnalyzer;
import org.docket.vocabulary.IdBuffer;
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

  /** Texts that are held as ids at once. */
  private static final int BATCH = 1024;

  private final List<String> names;
  private final List<String> labels;
  private final TextAnalyzer analyzer;
  private final Vocabulary vocabulary;
  private final LstmNetwork network;
  private final double[] priors;
  private final double temperature;
  private final double minCoverage;
  private final Optional<Baseline> baseline;

  private LstmDocumentCategorizer(CategorizerModel model) {
    this.names = model.categories();
    this.labels = labels(names);
    this.analyzer = new TextAnalyzer(model.analysis());
    this.vocabulary = model.vocabulary();
    this.network = new LstmNetwork(model.network());
    this.priors = shares(model.priors());
    this.temperature = model.temperature();
    this.minCoverage = model.profile().map(profile -> (double) profile.minCoverage()).orElse(0.0);
    this.baseline = model.profile().map(profile -> Baseline.of(labels, profile));
  }

  /**
   * Loads a model file that Docket trained.
   *
   * @throws DocketException if the file is missing or is not a usable model of Docket, or if it
   *     does not fit into the JVM's heap
   */
  public static LstmDocumentCategorizer load(Path modelFile) {
    return load(modelFile, ModelFile.read(modelFile));
  }

  /**
   * Loads a model that Docket trained from wherever a URL leads, such as the class path: {@code
   * load(App.class.getResource("/complaints-en.bin"))}.
   *
   * @throws DocketException if nothing is there or it is not a usable model of Docket, or if it
   *     does not fit into the JVM's heap
   */
  public static LstmDocumentCategorizer load(URL model) {
    return load(model, ModelFile.read(model));
  }

  private static LstmDocumentCategorizer load(Object from, CategorizerModel model) {
    Kernels.best(); // complains of a wrong system property, which is no fault of the model
    try {
      return of(model);
    } catch (DocketException e) {
      throw new DocketException(from + " is not a usable model: " + e.getMessage(), e);
    }
  }

  /** A categorizer of a model that is in memory; it does not keep the model. */
  public static LstmDocumentCategorizer of(CategorizerModel model) {
    return new LstmDocumentCategorizer(model);
  }

  private static List<String> labels(List<String> names) {
    List<String> labels = new ArrayList<>();
    for (String name : names) {
      labels.add(CategoryNames.unescape(name));
    }
    return List.copyOf(labels);
  }

  /** In a file they are rounded, and sum to 1 but nearly. */
  private static double[] shares(float[] priors) {
    double[] shares = new double[priors.length];
    double sum = 0;
    for (float prior : priors) {
      sum += prior;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = priors[i] / sum;
    }
    return shares;
  }

  /** What turns text into the tokens that this categorizer's vocabulary holds. */
  public TextAnalyzer analyzer() {
    return analyzer;
  }

  @Override
  public List<String> categories() {
    return labels;
  }

  @Override
  public Optional<Baseline> baseline() {
    return baseline;
  }

  @Override
  public Categorization categorize(String text) {
    IdBuffer ids = new IdBuffer(vocabulary);
    boolean truncated = analyzer.analyze(Objects.requireNonNull(text, "text"), ids);
    return answer(probabilities(ids), ids.size(), ids.known(), truncated);
  }

  private Categorization answer(double[] probabilities, int tokens, int known, boolean truncated) {
    boolean abstains = known == 0 || Coverage.of(known, tokens) < minCoverage;
    return Categorization.of(labels, probabilities, tokens, known, truncated, abstains);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Several texts go through the network at once, in the calling thread; the answers are the
   * same to the bit.
   */
  @Override
  public List<Categorization> categorizeAll(List<String> texts) {
    List<Categorization> answers = new ArrayList<>(texts.size());
    for (List<String> batch : batches(texts)) {
      answers.addAll(answers(encode(batch)));
    }
    return answers;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The clock is read three times for each 1024 texts.
   */
  @Override
  public List<Categorization> categorizeAll(List<String> texts, Timing timing) {
    List<Categorization> answers = new ArrayList<>(texts.size());
    for (List<String> batch : batches(texts)) {
      long start = System.nanoTime();
      List<EncodedText> encoded = encode(batch);
      long analyzed = System.nanoTime();
      answers.addAll(answers(encoded));
      timing.analysis(analyzed - start);
      timing.network(System.nanoTime() - analyzed);
    }
    return answers;
  }

  private static List<List<String>> batches(List<String> texts) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += BATCH) {
      batches.add(texts.subList(from, Math.min(texts.size(), from + BATCH)));
    }
    return batches;
  }

  private List<EncodedText> encode(List<String> texts) {
    return texts.stream().map(this::encode).toList();
  }

  private List<Categorization> answers(List<EncodedText> encoded) {
    int[][] known =
        encoded.stream().filter(EncodedText::known).map(EncodedText::ids).toArray(int[][]::new);
    Iterator<float[]> logits = Arrays.asList(network.logits(known)).iterator();
    return encoded.stream()
        .map(text -> answer(text, text.known() ? softmax(logits.next()) : priors))
        .toList();
  }

  private Categorization answer(EncodedText text, double[] probabilities) {
    return answer(probabilities, text.ids().length, text.knownTokens(), text.truncated());
  }

  private EncodedText encode(String text) {
    IdBuffer ids = new IdBuffer(vocabulary);
    boolean truncated = analyzer.analyze(Objects.requireNonNull(text, "text"), ids);
    return new EncodedText(ids.ids(), ids.known(), truncated);
  }

  /** A text as the network reads it. */
  private record EncodedText(int[] ids, int knownTokens, boolean truncated) {

    boolean known() {
      return knownTokens > 0;
    }
  }

  /**
   * The probabilities of a text that has been through this model's analysis chain already.
   *
   * @param tokens cleaned tokens, such as {@link TextAnalyzer#analyze(String)} returns
   * @return one per category, in the model's order
   */
  public double[] categorizeAnalyzed(String[] tokens) {
    IdBuffer ids = new IdBuffer(vocabulary);
    int length = Math.min(tokens.length, analyzer.spec().maxTokens());
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
    requireOneEach(outcome);
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
    return category == null ? -1 : names.indexOf(category);
  }

  @Override
  public String getCategory(int index) {
    return names.get(index);
  }

  @Override
  public int getNumberOfCategories() {
    return names.size();
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
    requireOneEach(results);
    // DecimalFormat is not thread-safe, so each call has its own.
    DecimalFormat number =
        new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT));
    StringJoiner all = new StringJoiner("  ");
    for (int i = 0; i < results.length; i++) {
      all.add(names.get(i) + "[" + number.format(results[i]) + "]");
    }
    return all.toString();
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

  /** Refuses what this model cannot have answered. */
  private void requireOneEach(double[] results) {
    if (results.length != names.size()) {
      throw new IllegalArgumentException(
          "there are "
              + names.size()
              + " categories, but "
              + results.length
              + " results: they are not from this model");
    }
  }

  private double[] probabilities(IdBuffer ids) {
    if (ids.known() == 0) {
      return priors.clone();
    }
    return softmax(network.logits(ids.buffer(), ids.size()));
  }

  private double[] softmax(float[] logits) {
    return LstmNetwork.softmax(logits, temperature);
  }
}
