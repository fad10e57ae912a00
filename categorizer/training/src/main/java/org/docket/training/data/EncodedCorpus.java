/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.Closeable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.docket.text.AnalysisSpec;
import org.docket.training.config.ClassWeighting;
import org.docket.vocabulary.Vocabulary;

/**
 * A corpus as the network sees it: texts to learn from, and texts that choose the best epoch.
 * Vocabulary and categories come from the training texts alone. An {@link EncodedCorpusBuilder}
 * makes it. Immutable and safe for use by many threads, until it is closed.
 */
public final class EncodedCorpus implements Closeable {

  private final Runnable free;
  private final AnalysisSpec analysis;
  private final Optional<String> remark;
  private final Vocabulary vocabulary;
  private final List<String> categories;
  private final EncodedTexts training;
  private final EncodedTexts validation;
  private final List<String> unanswerable;
  private final Map<String, Long> documents;

  /**
   * Takes what it is made of.
   *
   * @param free frees what it holds; nothing, if it shares that with others
   */
  EncodedCorpus(
      Runnable free,
      AnalysisSpec analysis,
      Optional<String> remark,
      Vocabulary vocabulary,
      List<String> categories,
      EncodedTexts training,
      EncodedTexts validation,
      List<String> unanswerable,
      Map<String, Long> documents) {
    this.free = free;
    this.analysis = analysis;
    this.remark = remark;
    this.vocabulary = vocabulary;
    this.categories = List.copyOf(categories);
    this.training = training;
    this.validation = validation;
    this.unanswerable = List.copyOf(unanswerable);
    this.documents = Collections.unmodifiableMap(new TreeMap<>(documents));
  }

  /** How many documents of each category there are to train on. */
  public Map<String, Long> documents() {
    return documents;
  }

  /** How its texts became tokens. */
  public AnalysisSpec analysis() {
    return analysis;
  }

  /** What a person should know of the analysis, if the texts themselves decided on it. */
  public Optional<String> remark() {
    return remark;
  }

  /** Tokens to ids. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The labels, in alphabetical order. */
  public List<String> categories() {
    return categories;
  }

  /** Training texts with at least one known token. */
  public EncodedTexts training() {
    return training;
  }

  /** Validation texts with at least one known token. */
  public EncodedTexts validation() {
    return validation;
  }

  /** The categories of the validation texts without a known token, which get the priors. */
  public List<String> unanswerable() {
    return unanswerable;
  }

  /** Each category's share of the labelled training texts. */
  public float[] priors() {
    int[] counts = training.labelCounts(categories.size());
    float[] priors = new float[counts.length];
    int labelled = IntStream.of(counts).sum();
    for (int i = 0; i < counts.length; i++) {
      priors[i] = (float) counts[i] / labelled;
    }
    return priors;
  }

  /** How much a training text of each category counts. */
  public double[] classWeights(ClassWeighting weighting) {
    return weighting.weights(training.labelCounts(categories.size()));
  }

  /** Frees what it holds; a temporary file is gone afterwards. */
  @Override
  public void close() {
    free.run();
  }
}
