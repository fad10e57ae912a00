/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

  private static final List<String> NAMES =
      List.of(
          "train",
          "Consumer complaint narrative",
          "training.learningRate",
          "csv",
          "--input",
          "Mortgage",
          "Crédit");

  @ParameterizedTest
  @CsvSource({
    "trian, train",
    "TRAIN, train",
    "tarin, train",
    "consumer_complaint-narrative, Consumer complaint narrative",
    "Consumer complain narative, Consumer complaint narrative",
    "learningRate, training.learningRate",
    "training.learnRate, training.learningRate",
    "cvs, csv",
    "-input, --input",
    "Mort, Mortgage",
    "credit, Crédit",
  })
  void findsWhatWasMeant(String typed, String meant) {
    assertThat(NearestName.of(typed, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xyzzy",
        "",
        "--",
        "?",
        "c",
        "te",
        "42",
        "complaints about cards",
        "Mortgages and many loans"
      })
  void nonsenseMeansNothing(String typed) {
    assertThat(NearestName.of(typed, NAMES)).isEmpty();
    assertThat(NearestName.hint(typed, NAMES)).isEmpty();
  }

  @Test
  void theNearestGoesBeforeAPartAndEqualsAreAllNamed() {
    assertThat(NearestName.all("epochs", List.of("training.epochs", "ngrams.epochs", "epoch")))
        .containsExactly("epoch");
    assertThat(NearestName.hint("epochs", List.of("training.epochs", "ngrams.epochs", "seed")))
        .isEqualTo(" (did you mean \"training.epochs\" or \"ngrams.epochs\"?)");
    assertThat(NearestName.all("part", List.of("part1", "part2", "part3", "part4", "part1")))
        .containsExactly("part1", "part2", "part3");
  }

  @Test
  void whatIsShownIsOneShortLineThatSteersNoTerminal() {
    assertThat(NearestName.hint("red line", List.of("red\nline\u001b[31m")))
        .isEqualTo(" (did you mean \"red line [31m\"?)");
    assertThat(NearestName.shown("x".repeat(1000))).hasSize(64).endsWith("…");
  }

  @Test
  void manyAndLongNamesTakeNoTime() {
    String typed = "category".repeat(100_000);
    List<String> names =
        IntStream.range(0, 200_000).mapToObj(i -> i + "categori".repeat(8)).toList();
    assertTimeout(Duration.ofSeconds(10), () -> NearestName.all(typed, names));
  }
}
