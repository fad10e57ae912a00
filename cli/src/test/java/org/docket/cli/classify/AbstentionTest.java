/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.docket.Categorizers;
import org.docket.TextCategorizer;
import org.docket.cli.CommandRunner;
import org.docket.cli.ShippedModel;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped model has nothing to say about, and what it has. */
class AbstentionTest {

  /** Of which single English words are what there is to read. */
  private static final Set<String> NO_LANGUAGE = Set.of("code", "table");

  /** English, but of recipes and sonnets. */
  private static final String OTHER_MANNER = "manner";

  private static final TextCategorizer CATEGORIZER = Categorizers.load(ShippedModel.MODEL);

  @TempDir Path folder;

  /** A made-up text and what it is: the code of its language, or gibberish, and the like. */
  private record Foreign(String kind, String text) {}

  @Test
  void abstainsOnEveryTextInAnotherLanguageAlsoWithEnglishNamesInIt() throws IOException {
    List<Foreign> texts =
        foreign().stream()
            .filter(each -> !NO_LANGUAGE.contains(each.kind()))
            .filter(each -> !each.kind().equals(OTHER_MANNER))
            .toList();
    assertThat(texts).hasSizeGreaterThan(100);
    assertThat(texts).allSatisfy(each -> assertThat(abstains(each.text())).isTrue());
  }

  @Test
  void abstainsOnMostCodeAndTables() throws IOException {
    List<Foreign> texts =
        foreign().stream().filter(each -> NO_LANGUAGE.contains(each.kind())).toList();
    assertThat(texts).hasSizeGreaterThan(10);
    assertThat(texts.stream().filter(each -> !abstains(each.text())).count())
        .as("such as SQL, a little JSON and counting, of known words only")
        .isLessThanOrEqualTo(5);
  }

  @Test
  void hasAnAnswerToEveryShortComplaintOfAnotherHand() {
    List<String> texts = new ArrayList<>();
    Corpus.read(ShippedModel.DEMO, CorpusOptions.defaults(), text -> texts.add(text.text()));
    assertThat(texts).hasSizeGreaterThan(200);
    assertThat(texts.stream().filter(AbstentionTest::abstains)).isEmpty();
  }

  @Test
  void classifyTellsSo() throws IOException {
    Path lines =
        Files.writeString(
            folder.resolve("lines.txt"),
            "PayPal cerró mi cuenta y no me devuelve el dinero\nMy mortgage payment was lost\n");
    CommandRunner runner = new CommandRunner();
    assertThat(runner.run("classify", "--model", ShippedModel.MODEL, lines)).isZero();
    assertThat(runner.out().lines().toList())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("(not in the model's language or manner)  | Pay"),
            second -> assertThat(second).doesNotContain("("));
    runner.run("classify", "--model", ShippedModel.MODEL, "--format", "jsonl", lines);
    assertThat(runner.out().lines().findFirst().orElseThrow()).contains("\"abstains\":true");
    runner.run("classify", "--model", ShippedModel.MODEL, "--format", "csv", lines);
    assertThat(runner.out().lines().toList())
        .satisfiesExactly(
            header ->
                assertThat(header)
                    .isEqualTo("row,category,probability,abstains,truncated,reason,text"),
            first ->
                assertThat(first)
                    .contains(",true,false,not in the model's language or manner,PayPal"),
            second -> assertThat(second).contains(",false,false,,My"));
  }

  private static boolean abstains(String text) {
    return CATEGORIZER.categorize(text).abstains();
  }

  private static List<Foreign> foreign() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                AbstentionTest.class.getResourceAsStream("foreign.tsv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.split("\t", 2))
          .map(f -> new Foreign(f[0], f[1]))
          .toList();
    }
  }
}
