/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.model.ModelStream;
import org.docket.model.Pooling;

/**
 * Small models of each version of the format, as files that were written when the version was new,
 * with what they predicted then: in {@code src/test/resources/org/docket/model/version-1} and so
 * on, with {@code predictions.jsonl} in each folder.
 *
 * <p>{@link #main} writes those of the version that this Docket writes, once: such a file is worth
 * something because nobody touches it again. Run it from the root of the repository:
 *
 * <pre>
 * mvn -pl categorizer/core test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=org.docket.GoldenModels
 * </pre>
 */
final class GoldenModels {

  private static final Path FOLDER =
      Repository.ROOT.resolve("categorizer/core/src/test/resources/org/docket/model");

  /** A model without what later versions have added is written in this one. */
  private static final int OLDEST_WRITTEN = 2;

  private static final String PREDICTIONS = "predictions.jsonl";

  private static final List<String> TEXTS =
      List.of(
          "The bank took a fee, not a payment of $123!",
          "<b>ÜNÏCODE</b> card &amp; loan XXXX XXXX",
          "nothing that it knows",
          "<b>lo</b>&shy;an <bank fee> <!-- card https://x.example/payment");

  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldenModels() {}

  /**
   * What a model of a file says of a text.
   *
   * @param model the path of the file, below the folder of all versions
   * @param text the text
   * @param probabilities of each category
   */
  record Prediction(String model, String text, Map<String, Double> probabilities) {

    Path file() {
      return FOLDER.resolve(model);
    }

    @Override
    public String toString() {
      return model + ": " + text;
    }
  }

  /** The predictions of all models of all versions. */
  static List<Prediction> predictions() throws IOException {
    List<Prediction> predictions = new ArrayList<>();
    for (int version = 1; version <= ModelStream.VERSION; version++) {
      for (String line : Files.readAllLines(folder(version).resolve(PREDICTIONS))) {
        predictions.add(JSON.readValue(line, Prediction.class));
      }
    }
    return predictions;
  }

  /** The files of the versions that are still written, the shipped model among them. */
  static List<Path> filesOfToday() throws IOException {
    List<Path> models = new ArrayList<>(List.of(GoldenAnswers.MODEL));
    for (int version = OLDEST_WRITTEN; version <= ModelStream.VERSION; version++) {
      try (Stream<Path> files = Files.list(folder(version))) {
        files.filter(file -> file.toString().endsWith(".bin")).sorted().forEach(models::add);
      }
    }
    return models;
  }

  /** What a categorizer says of a text, by category. */
  static Map<String, Double> probabilities(LstmDocumentCategorizer categorizer, String text) {
    Map<String, Double> probabilities = new TreeMap<>();
    for (ScoredCategory scored : categorizer.categorize(text).ranked()) {
      probabilities.put(scored.category(), Math.round(scored.probability() * 1e6) / 1e6);
    }
    return probabilities;
  }

  public static void main(String[] args) throws IOException {
    System.setProperty("docket.kernel", "scalar");
    Path folder = folder(ModelStream.VERSION);
    if (Files.exists(folder)) {
      throw new IllegalStateException(folder + " is there, and stays as it is");
    }
    Files.createDirectories(folder);
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, CategorizerModel> entry : models().entrySet()) {
      Path file = folder.resolve(entry.getKey() + ".bin");
      ModelFile.write(entry.getValue(), file);
      LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.of(entry.getValue());
      for (String text : TEXTS) {
        String name = folder.getFileName() + "/" + file.getFileName();
        Prediction prediction = new Prediction(name, text, probabilities(categorizer, text));
        lines.append(JSON.writeValueAsString(prediction)).append('\n');
      }
    }
    Files.writeString(folder.resolve(PREDICTIONS), lines);
    System.out.println("Wrote " + folder);
  }

  /** Together they have all that a shape can have. */
  private static Map<String, CategorizerModel> models() {
    Map<String, CategorizerModel> models = new LinkedHashMap<>();
    models.put("last", ngrams(List.of(3), false, Pooling.LAST, false));
    models.put("last-both-ways", ngrams(List.of(4, 3), true, Pooling.LAST, true));
    models.put("mean-max", ngrams(List.of(5, 2), false, Pooling.MEAN_MAX, true));
    models.put("mean-max-both-ways", ngrams(List.of(3), true, Pooling.MEAN_MAX, false));
    models.put("profiled", TestModels.withNgrams());
    return models;
  }

  private static CategorizerModel ngrams(
      List<Integer> units, boolean bidirectional, Pooling pooling, boolean embeddingMean) {
    return TestModels.model(
        TestModels.shape(units, bidirectional, pooling, embeddingMean).withNgrams(true));
  }

  private static Path folder(int version) {
    return FOLDER.resolve("version-" + version);
  }
}
