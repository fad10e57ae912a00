/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports that were made up. */
final class Fixtures {

  private static final int CATEGORIES = 1000;
  private static final int DOCUMENTS = 2000;

  private Fixtures() {}

  /** A report of the resources: training, comparison, hostile, one-document. */
  static Map<?, ?> read(String name) throws IOException {
    try (InputStream in = Fixtures.class.getResourceAsStream(name + ".json")) {
      return new ObjectMapper().readValue(in, Map.class);
    }
  }

  static Path page(Path folder, Map<?, ?> data) throws IOException {
    Path file = folder.resolve("index.html");
    ReportPage.write(String.valueOf(data.get("title")), data, file);
    return file;
  }

  /** A thousand categories, and 4 MB of documents. */
  static Map<String, Object> large() {
    List<Integer> all = IntStream.range(0, DOCUMENTS).boxed().toList();
    List<String> categories = numbered("category");
    return Map.of(
        "kind", "evaluation",
        "title", "A thousand categories",
        "summary", Map.of("documents", 100_000, "accuracy", 0.7, "macroF1", 0.6, "ece", 0.05),
        "categories", categories,
        "histogram", Map.of("parts", List.of(Map.of("name", "validation", "counts", counts()))),
        "confusion", Map.of("counts", confusion(), "cells", List.of()),
        "perCategory", IntStream.range(0, CATEGORIES).mapToObj(Fixtures::scores).toList(),
        "documents", all.stream().map(Fixtures::document).toList(),
        "confidentMistakes", all,
        "tellingWords", IntStream.range(0, CATEGORIES).mapToObj(Fixtures::words).toList());
  }

  private static List<String> numbered(String name) {
    return IntStream.range(0, CATEGORIES).mapToObj(i -> name + " " + i).toList();
  }

  private static List<Integer> counts() {
    return IntStream.range(0, CATEGORIES).map(i -> 1 + i % 97).boxed().toList();
  }

  private static List<int[]> confusion() {
    List<int[]> rows = new ArrayList<>();
    for (int actual = 0; actual < CATEGORIES; actual++) {
      int[] row = new int[CATEGORIES];
      row[actual] = 1 + actual % 97;
      row[(actual + 1) % CATEGORIES] = actual % 5;
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> scores(int category) {
    Map<String, Double> score = Map.of("value", 0.5 + category % 50 / 100.0);
    return Map.of(
        "category", category, "precision", score, "recall", score, "f1", score, "support", 10);
  }

  private static Map<String, Object> document(int index) {
    return Map.of(
        "file",
        "many.csv",
        "row",
        index,
        "actual",
        index % CATEGORIES,
        "predicted",
        (index + 1) % CATEGORIES,
        "probability",
        0.9,
        "text",
        "The words of a long text. ".repeat(77),
        "marks",
        List.of(List.of(4, 9, 0.3)));
  }

  private static Map<String, Object> words(int category) {
    return Map.of(
        "category", category, "words", List.of(Map.of("word", "w" + category, "weight", 0.1)));
  }
}
