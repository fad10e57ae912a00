/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatioTableTest {

  private static final Case OURS = Case.of("ours", "B.ours", 1);
  private static final Case PEER = Case.of("peer", "B.peer", 1);
  private static final Case BETTER = Case.of("better", "B.better", 1);

  @TempDir Path folder;

  @Test
  void comparesWithTheBestPeerOfTheSameRound() throws IOException {
    Scores scores = new Scores(folder.resolve("scores"));
    add(scores, 1, 6000, 1000, 2000);
    add(scores, 2, 8000, 4000, 1000);
    add(scores, 3, 9000, 1000, 1500);
    scores.add(4, "ours", 1);
    List<Map<String, Double>> rounds = scores.rounds(List.of("ours", "peer", "better"));
    assertThat(rounds).hasSize(3);
    Suite suite =
        new Suite(List.of(OURS, PEER, BETTER), List.of(Ratio.of("speed", OURS, PEER, BETTER)));
    assertThat(print(suite, rounds))
        .contains(
            "median of 3 rounds",
            "| speed | 3.00 | 2.00 – 6.00 | 2.25 |",
            "| ours | 8,000 | 6,000 – 9,000 |");
  }

  @Test
  void everyRatioIsOfCasesThatRun() {
    for (Suite suite : List.of(Suite.network(), Suite.text())) {
      List<String> names = suite.cases().stream().map(Case::name).toList();
      assertThat(names).doesNotHaveDuplicates();
      for (Ratio ratio : suite.ratios()) {
        assertThat(names).contains(ratio.ours()).containsAll(ratio.peers());
      }
    }
  }

  @Test
  void medianOfAnEvenNumberLiesBetween() throws IOException {
    Scores scores = new Scores(folder.resolve("scores"));
    add(scores, 1, 6000, 1000, 2000);
    add(scores, 2, 8000, 4000, 1000);

    assertThat(print(new Suite(List.of(OURS), List.of()), scores.rounds(List.of("ours"))))
        .contains("| ours | 7,000 | 6,000 – 8,000 |");
  }

  private static void add(Scores scores, int round, double ours, double peer, double better)
      throws IOException {
    scores.add(round, "ours", ours);
    scores.add(round, "peer", peer);
    scores.add(round, "better", better);
  }

  private static String print(Suite suite, List<Map<String, Double>> rounds) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new RatioTable(suite, rounds).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
