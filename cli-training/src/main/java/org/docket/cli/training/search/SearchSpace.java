/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.docket.training.config.NgramConfig;
import org.docket.training.config.RegularizationConfig;
import org.docket.training.config.TrainingConfig;

/**
 * Presets around a preset, drawn at random: with few trials that finds better ones than a grid does
 * (Bergstra and Bengio 2012), as few of the keys matter, and which ones differs from data to data.
 * Immutable.
 */
public final class SearchSpace {

  private static final String MAX_TOKENS = "text.maxTokens";
  private static final String MAX_BIGRAMS = "ngrams.maxBigrams";

  /** As many as the default preset has. */
  private static final String BIGRAMS = "300000";

  private static final double MOST_LENGTHENING = 1.5;
  private static final int MOST_TOKENS = 100_000;
  private static final int MOST_UNITS = 4096;
  private static final int MOST_BATCH = 65_536;

  private final TrainingConfig preset;
  private final List<Dimension> dimensions;

  private SearchSpace(TrainingConfig preset, List<Dimension> dimensions) {
    this.preset = preset;
    this.dimensions = List.copyOf(dimensions);
  }

  /** The space around a preset. */
  public static SearchSpace around(TrainingConfig preset) {
    RegularizationConfig regularization = preset.regularization();
    List<Dimension> dimensions = new ArrayList<>();
    double rate = preset.optimization().learningRate();
    dimensions.add(
        Dimension.logarithmic(
            "training.learningRate", Math.max(1e-7, rate / 4), Math.min(1, rate * 4)));
    dimensions.add(
        scaled("training.batchSize", preset.optimization().batchSize(), MOST_BATCH, 0.5, 1, 2));
    dimensions.add(
        dropout("regularization.featureDropout", regularization.featureDropout(), 0.2, 0.7));
    dimensions.add(dropout("regularization.wordDropout", regularization.wordDropout(), 0.15, 0.5));
    if (preset.network().units().size() > 1) {
      dimensions.add(
          dropout("regularization.layerDropout", regularization.layerDropout(), 0.2, 0.7));
    }
    dimensions.add(units(preset.network().units()));
    dimensions.add(
        scaled(
            MAX_TOKENS,
            preset.text().analysis().maxTokens(),
            MOST_TOKENS,
            0.5,
            0.75,
            1,
            MOST_LENGTHENING));
    addNgrams(preset.ngrams(), dimensions);
    return new SearchSpace(preset, dimensions);
  }

  private static Dimension dropout(String key, double given, double reach, double most) {
    return Dimension.share(
        key, Math.max(0, given - reach), Math.min(Math.max(most, given), given + reach));
  }

  private static Dimension scaled(String key, int given, int most, double... factors) {
    return Dimension.choice(
        key,
        DoubleStream.of(factors)
            .mapToObj(factor -> Integer.toString(scaled(given, factor, most)))
            .toList());
  }

  private static int scaled(int given, double factor, int most) {
    return (int) Math.min(most, Math.max(1, Math.round(factor * given)));
  }

  /** All layers become larger or smaller together. */
  private static Dimension units(List<Integer> given) {
    return Dimension.choice(
        "network.units",
        DoubleStream.of(0.5, 0.75, 1, 1.5, 2)
            .mapToObj(
                factor ->
                    given.stream()
                        .map(units -> Integer.toString(scaled(units, factor, MOST_UNITS)))
                        .collect(Collectors.joining(", ")))
            .toList());
  }

  /**
   * One trial in four goes without n-grams; of a preset without, every other one goes with them.
   */
  private static void addNgrams(NgramConfig ngrams, List<Dimension> dimensions) {
    String given = Integer.toString(ngrams.maxBigrams());
    dimensions.add(
        ngrams.present()
            ? new Dimension(
                MAX_BIGRAMS,
                given + ", or 0 in one of four",
                random -> random.nextInt(4) == 0 ? "0" : given)
            : Dimension.choice(MAX_BIGRAMS, List.of("0", BIGRAMS)));
    double most = Math.min(1e-3, 0.1 / ngrams.learningRate());
    double penalty = Math.min(most, Math.max(ngrams.penalty(), 1e-7));
    dimensions.add(
        Dimension.logarithmic("ngrams.penalty", penalty / 10, Math.min(most, penalty * 10)));
  }

  /** What is varied, a line each. */
  public List<String> lines() {
    int width = dimensions.stream().mapToInt(d -> d.key().length()).max().orElse(0);
    return dimensions.stream()
        .map(d -> d.key() + " ".repeat(width - d.key().length()) + "  " + d.words())
        .toList();
  }

  /** The keys that are varied. */
  List<String> keys() {
    return dimensions.stream().map(Dimension::key).toList();
  }

  /** The most tokens that a trial's texts have. */
  int maxTokens() {
    return scaled(preset.text().analysis().maxTokens(), MOST_LENGTHENING, MOST_TOKENS);
  }

  /** The preset with the longest texts of all trials: what is analysed once, for all. */
  public TrainingConfig longest() {
    return config(Map.of(MAX_TOKENS, Integer.toString(maxTokens())));
  }

  /**
   * What differs from the preset in a trial.
   *
   * @param number of the trial; 0 is the preset itself
   * @param seed of the search
   */
  SortedMap<String, String> changes(int number, long seed) {
    SortedMap<String, String> changes = new TreeMap<>();
    if (number > 0) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
      dimensions.forEach(each -> changes.put(each.key(), each.draw().apply(random)));
      if (changes.get(MAX_BIGRAMS).equals("0")) {
        changes.remove("ngrams.penalty"); // of nothing
      }
      changes.entrySet().removeIf(this::isGiven);
    }
    return changes;
  }

  private boolean isGiven(Map.Entry<String, String> change) {
    String given = preset.parameters().get(change.getKey());
    if (given == null) {
      return change.getKey().equals(MAX_BIGRAMS) && change.getValue().equals("0");
    }
    String own = given.replaceAll("\\s", "");
    String other = change.getValue().replaceAll("\\s", "");
    return own.equals(other) || isSameNumber(own, other);
  }

  private static boolean isSameNumber(String one, String other) {
    return !one.contains(",") && Double.parseDouble(one) == Double.parseDouble(other);
  }

  /** The preset with some changes. */
  TrainingConfig config(Map<String, String> changes) {
    SortedMap<String, String> parameters = new TreeMap<>(preset.parameters());
    parameters.putAll(changes);
    return TrainingConfig.of(preset.name(), parameters);
  }

  /** All that decides which trials there are. */
  String description() {
    return preset.parameters() + " " + lines();
  }
}
