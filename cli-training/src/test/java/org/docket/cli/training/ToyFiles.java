/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.docket.corpus.LabelledText;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;

/** Small made-up corpora and presets for tests that train many times. */
public final class ToyFiles {

  private static final List<String> CATEGORIES = List.of("Card", "Loan", "Mortgage");

  private ToyFiles() {}

  /**
   * Texts of words without a meaning, in which one word nearly gives the category away: in one of
   * four it is any category's.
   */
  public static List<LabelledText> texts(int count, long seed) {
    Random random = new Random(seed);
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int category = i % CATEGORIES.size();
      int told = random.nextInt(4) == 0 ? random.nextInt(CATEGORIES.size()) : category;
      StringBuilder text = new StringBuilder(CATEGORIES.get(told) + random.nextInt(3));
      for (int words = 2 + random.nextInt(5); words > 0; words--) {
        text.append(" filler").append((char) ('a' + random.nextInt(26)));
      }
      texts.add(new LabelledText(CATEGORIES.get(category), text.toString()));
    }
    return texts;
  }

  /** The texts as CSV. */
  public static Path csv(Path file, List<LabelledText> texts) throws IOException {
    StringBuilder csv = new StringBuilder("category,narrative\n");
    texts.forEach(text -> csv.append(text.category() + "," + text.text() + "\n"));
    return Files.writeString(file, csv);
  }

  /** A small preset, with some values replaced: key, value, key, value … */
  public static TrainingConfig config(String... overrides) {
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.putAll(
        Map.of(
            "network.embedding", "6",
            "network.units", "4",
            "text.maxTokens", "20",
            "vocabulary.minDocuments", "1",
            "ngrams.maxBigrams", "50",
            "ngrams.epochs", "2",
            "training.batchSize", "16",
            "training.epochs", "2",
            "training.patience", "2",
            "training.learningRate", "0.03"));
    for (int i = 0; i < overrides.length; i += 2) {
      values.put(overrides[i], overrides[i + 1]);
    }
    return TrainingConfig.of("toy", values);
  }

  /** A preset as a file. */
  public static Path preset(Path file, TrainingConfig config) throws IOException {
    StringBuilder text = new StringBuilder();
    config.parameters().forEach((key, value) -> text.append(key + " = " + value + "\n"));
    return Files.writeString(file, text);
  }

  /** The texts, analysed. */
  public static AnalysedCorpus analysed(
      TrainingConfig config, List<LabelledText> texts, Path folder) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), folder)) {
      texts.forEach(builder::addTraining);
      return builder.analysed();
    }
  }
}
