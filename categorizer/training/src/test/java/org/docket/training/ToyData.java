/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.docket.corpus.LabelledText;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TrainingData;

/** Small generated corpora and configurations. */
public final class ToyData {

  private static final List<String> CATEGORIES = List.of("card", "loan", "mortgage");

  private ToyData() {}

  /** Texts of filler words in which one word, anywhere, gives the category away. */
  static List<LabelledText> texts(int count, long seed) {
    Random random = new Random(seed);
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int category = i % CATEGORIES.size();
      List<String> words = new ArrayList<>();
      int length = 2 + random.nextInt(7);
      for (int word = 0; word < length; word++) {
        words.add("filler" + random.nextInt(30));
      }
      words.set(random.nextInt(length), CATEGORIES.get(category) + random.nextInt(2));
      texts.add(new LabelledText(CATEGORIES.get(category), String.join(" ", words)));
    }
    return texts;
  }

  public static TrainingData data(TrainingConfig config) {
    return new TrainingData(corpus(config), List.of(new DataFile("toy.csv", "abc")), List.of());
  }

  /**
   * With a teacher who takes cards for loans and loans for cards, also in texts without a label.
   */
  static TrainingData taughtToSwap(TrainingConfig config) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of("."))) {
      builder.teacherCategories(CATEGORIES);
      int count = 0;
      for (LabelledText text : texts(300, 1)) {
        float[] shares = new float[CATEGORIES.size()];
        int right = CATEGORIES.indexOf(text.category());
        shares[right == 2 ? 2 : 1 - right] = 1;
        if (count++ < 30) {
          builder.addTraining(text, shares);
        } else {
          builder.addUnlabelled(text.text(), shares);
        }
      }
      texts(60, 2).forEach(builder::addValidation);
      return new TrainingData(builder.build(), List.of(new DataFile("toy.csv", "abc")), List.of());
    }
  }

  private static EncodedCorpus corpus(TrainingConfig config) {
    try (EncodedCorpusBuilder builder = new EncodedCorpusBuilder(config.text(), Path.of("."))) {
      texts(150, 1).forEach(builder::addTraining);
      texts(60, 2).forEach(builder::addValidation);
      return builder.build();
    }
  }

  /**
   * The default preset, small and without n-grams, with some values replaced: key, value, key,
   * value …
   */
  public static TrainingConfig config(Path folder, String... overrides) {
    Map<String, String> values = new TreeMap<>(TrainingConfig.load("default").parameters());
    values.putAll(
        Map.of(
            "network.embedding", "12",
            "network.units", "8",
            "vocabulary.minDocuments", "1",
            "regularization.featureDropout", "0.2",
            "training.batchSize", "16",
            "training.learningRate", "0.03",
            "training.epochs", "4",
            "ngrams.maxBigrams", "0"));
    for (int i = 0; i < overrides.length; i += 2) {
      values.put(overrides[i], overrides[i + 1]);
    }
    return TrainingConfig.load(write(folder, values));
  }

  public static Path write(Path folder, Map<String, String> values) {
    try {
      StringBuilder text = new StringBuilder();
      values.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
      return Files.writeString(folder.resolve("toy.properties"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
