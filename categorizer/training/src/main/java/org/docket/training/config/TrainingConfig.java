/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.error.DocketException;
import org.docket.model.Pooling;
import org.docket.text.AnalysisSpec;

/**
 * Everything that decides what a training does with its data. Immutable.
 *
 * @param name of the preset
 * @param text from text to ids
 * @param network the topology
 * @param ngrams the part beside it
 * @param regularization what keeps the network from learning by heart
 * @param optimization how the weights are found
 * @param parameters all of the above by key, as a preset file has them
 */
public record TrainingConfig(
    String name,
    TextConfig text,
    NetworkConfig network,
    NgramConfig ngrams,
    RegularizationConfig regularization,
    OptimizationConfig optimization,
    SortedMap<String, String> parameters) {

  public TrainingConfig {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /**
   * Loads a preset.
   *
   * @param preset the name of one that comes with Docket ({@code default}, {@code seed}), or the
   *     path of a properties file
   * @throws DocketException if there is none, or if it has an unknown or missing key or a value
   *     that is not allowed
   */
  public static TrainingConfig load(String preset) {
    return of(PresetFile.find(preset));
  }

  /** Loads a preset file. */
  public static TrainingConfig load(Path file) {
    return of(PresetFile.read(file));
  }

  /**
   * A configuration of values that do not come from a preset file.
   *
   * @param source what messages and the model's provenance call it
   * @param parameters all keys that a preset file has
   */
  public static TrainingConfig of(String source, Map<String, String> parameters) {
    return of(new PresetFile(source, parameters));
  }

  private static TrainingConfig of(PresetFile preset) {
    TextConfig text = text(preset);
    NgramConfig ngrams = ngrams(preset);
    NetworkConfig network = network(preset);
    RegularizationConfig regularization = regularization(preset);
    OptimizationConfig optimization = optimization(preset);
    preset.requireAllUsed();
    if (regularization.layerDropout() > 0 && network.units().size() == 1) {
      throw preset.error(
          "regularization.layerDropout", "0 with one LSTM layer: there is nothing between");
    }
    if (ngrams.learningRate() * ngrams.penalty() > 0.1) {
      throw preset.error("ngrams.penalty", "at most a tenth of one over ngrams.learningRate");
    }
    if (optimization.patience() > optimization.epochs()) {
      throw preset.error("training.patience", "at most training.epochs");
    }
    return new TrainingConfig(
        preset.name(), text, network, ngrams, regularization, optimization, preset.values());
  }

  private static TextConfig text(PresetFile preset) {
    String stopWords = preset.oneOf("text.stopWords", List.of("auto", "english", "none"));
    AnalysisSpec analysis =
        new AnalysisSpec(
            AnalysisSpec.CHAIN,
            preset.flag("text.stripHtml"),
            preset.flag("text.normalizeRedactions"),
            preset.flag("text.normalizeAmounts"),
            preset.integer("text.maxTokenLength", 1, 255),
            preset.integer("text.maxTokens", 1, 100_000),
            preset.integer("text.maxChars", 1, 100_000_000),
            stopWords.equals("none") ? List.of() : AnalysisSpec.english().stopWords());
    return new TextConfig(
        preset.matching("language", "[a-z]{2,3}", "an ISO code such as en"),
        analysis,
        stopWords.equals("auto"),
        preset.integer("vocabulary.maxSize", 1, 5_000_000),
        preset.integer("vocabulary.minDocuments", 1, 1_000_000));
  }

  private static NgramConfig ngrams(PresetFile preset) {
    return new NgramConfig(
        preset.integer("ngrams.maxBigrams", 0, 5_000_000, 0),
        preset.integer("ngrams.minDocuments", 1, 1_000_000, 3),
        preset.decimal("ngrams.learningRate", 1e-3, 1e3, 30),
        preset.decimal("ngrams.penalty", 0, 1e-3, 5e-6),
        preset.integer("ngrams.epochs", 1, 1000, 10),
        preset.constant("ngrams.classWeights", ClassWeighting.class, ClassWeighting.SQRT),
        preset.decimal("ngrams.teacherShare", 0, 1, 0));
  }

  private static NetworkConfig network(PresetFile preset) {
    return new NetworkConfig(
        preset.integer("network.embedding", 1, 4096),
        preset.integers("network.units", 2, 1, 4096),
        preset.flag("network.bidirectional"),
        preset.constant("network.pooling", Pooling.class),
        preset.flag("network.embeddingMean"));
  }

  private static RegularizationConfig regularization(PresetFile preset) {
    return new RegularizationConfig(
        preset.decimal("regularization.layerDropout", 0, 0.9),
        preset.decimal("regularization.featureDropout", 0, 0.9),
        preset.decimal("regularization.wordDropout", 0, 0.9),
        preset.decimal("regularization.labelSmoothing", 0, 0.9),
        preset.constant("regularization.classWeights", ClassWeighting.class),
        preset.decimal("regularization.teacherShare", 0, 1, 0.6));
  }

  private static OptimizationConfig optimization(PresetFile preset) {
    return new OptimizationConfig(
        preset.decimal("training.learningRate", 1e-7, 1),
        preset.constant("training.schedule", LearningRateSchedule.class),
        preset.decimal("training.gradientClipping", 0, 1e6),
        preset.integer("training.batchSize", 1, 65_536),
        preset.integer("training.epochs", 1, 10_000),
        preset.integer("training.patience", 1, 10_000),
        preset.decimal("training.validationShare", 0.01, 0.5),
        preset.integer("training.seed", Integer.MIN_VALUE, Integer.MAX_VALUE),
        preset.constant("training.layers", Layers.class, Layers.FAST));
  }
}
