/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores in a file, a line of round, case and documents per second each, with tabs between. */
final class Scores {

  private final Path file;

  Scores(Path file) {
    this.file = file;
  }

  /** Adds a score to the file. */
  void add(int round, String name, double score) throws IOException {
    String line = String.join("\t", Integer.toString(round), name, Double.toString(score)) + "\n";
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** The rounds that have a score of every case; one that broke off is left out. */
  List<Map<String, Double>> rounds(Collection<String> cases) throws IOException {
    Map<String, Map<String, Double>> rounds = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t");
        rounds
            .computeIfAbsent(cells[0], round -> new LinkedHashMap<>())
            .put(cells[1], Double.valueOf(cells[2]));
      }
    }
    List<Map<String, Double>> finished = new ArrayList<>(rounds.values());
    finished.removeIf(round -> !round.keySet().containsAll(cases));
    return finished;
  }
}
