/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.profile.Profile;
import org.docket.text.AnalysisSpec;
import org.docket.vocabulary.Vocabulary;

/**
 * Everything that a categorizer needs, and where it came from. Immutable, as long as nobody writes
 * to the arrays.
 *
 * @param language ISO code of the language, for OpenNLP's manifest
 * @param analysis how text becomes tokens
 * @param vocabulary how tokens become ids
 * @param categories the names of the categories, in the order of the network's outputs; no
 *     duplicates; {@code CategoryNames.unescape} gives the labels
 * @param priors each category's share of the training data: the answer to a text that says nothing;
 *     sums to 1
 * @param network how ids become logits
 * @param temperature what logits are divided by before softmax, so that probabilities are
 *     calibrated (Guo et al. 2017, On Calibration of Modern Neural Networks); 1 leaves them as they
 *     are
 * @param provenance data, parameters, seed, versions and metrics of the training, by name
 * @param profile what the model makes of documents of its own kind; none in files of before it was
 *     measured
 */
public record CategorizerModel(
    String language,
    AnalysisSpec analysis,
    Vocabulary vocabulary,
    List<String> categories,
    float[] priors,
    NetworkWeights network,
    float temperature,
    SortedMap<String, String> provenance,
    Optional<Profile> profile) {

  public CategorizerModel {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(analysis, "analysis");
    categories = List.copyOf(categories);
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    requireSize("vocabulary", vocabulary.size(), network.shape().vocabularySize());
    requireSize("categories", categories.size(), network.shape().categories());
    requireSize("priors", priors.length, categories.size());
    if (profile.isPresent()) {
      requireSize("profile", profile.get().predicted().size(), categories.size());
    }
    if (new HashSet<>(categories).size() != categories.size()) {
      throw new IllegalArgumentException("a category stands twice in " + categories);
    }
    if (!(temperature > 0 && temperature < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature must be above 0, but is " + temperature);
    }
    requireShares(priors);
  }

  /** A model without a profile. */
  public CategorizerModel(
      String language,
      AnalysisSpec analysis,
      Vocabulary vocabulary,
      List<String> categories,
      float[] priors,
      NetworkWeights network,
      float temperature,
      SortedMap<String, String> provenance) {
    this(
        language,
        analysis,
        vocabulary,
        categories,
        priors,
        network,
        temperature,
        provenance,
        Optional.empty());
  }

  /** This model with other names for its categories, in the same order. */
  public CategorizerModel withCategories(List<String> names) {
    return new CategorizerModel(
        language, analysis, vocabulary, names, priors, network, temperature, provenance, profile);
  }

  /** This model with another profile. */
  public CategorizerModel withProfile(Profile measured) {
    return new CategorizerModel(
        language,
        analysis,
        vocabulary,
        categories,
        priors,
        network,
        temperature,
        provenance,
        Optional.of(measured));
  }

  /** This model with another provenance. */
  public CategorizerModel withProvenance(SortedMap<String, String> entries) {
    return new CategorizerModel(
        language, analysis, vocabulary, categories, priors, network, temperature, entries, profile);
  }

  private static void requireSize(String name, int size, int expected) {
    if (size != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must have %d entries to fit the network, but has %d",
              name,
              expected,
              size));
    }
  }

  private static void requireShares(float[] priors) {
    double sum = 0;
    for (float prior : priors) {
      sum += prior;
      if (!(prior >= 0 && prior <= 1)) {
        throw new IllegalArgumentException("a prior must be from 0 to 1, but is " + prior);
      }
    }
    if (Math.abs(sum - 1) > 1e-3) {
      throw new IllegalArgumentException("the priors must sum to 1, but sum to " + sum);
    }
  }
}
