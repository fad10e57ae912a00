/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.corpus.rows.Row;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final AnswerContent CONTENT = new AnswerContent(2, false);
  private static final List<String> KEPT = List.of("id", "state");

  private static final Answer CLEAR = answer(1, "my\nhouse", 7, 7, false);
  private static final Answer LONG = answer(2, "my long house", 300, 299, true);
  private static final Answer UNKNOWN = answer(3, "xyzzy", 1, 0, false);
  private static final Answer FOREIGN =
      new Answer(
          row(4, "mi casa"),
          Optional.of(new Categorization(scored(), 2, 1, false, true)),
          List.of());
  private static final Answer EMPTY = new Answer(row(5, " \n"), Optional.empty(), List.of());
  private static final Answer BAD =
      new Answer(Row.bad(6, 9, "it has 3 columns", "a,b,c"), Optional.empty(), List.of());

  private static final List<Answer> ALL = List.of(CLEAR, LONG, UNKNOWN, FOREIGN, EMPTY, BAD);

  @Test
  void textTellsEachRowInALine() {
    assertThat(AnswerFormat.TEXT.answers(CONTENT, KEPT).of(ALL).lines())
        .containsExactly(
            "7-1  NY  House 0.7500  Card 0.2500  | my house",
            "7-2  NY  House 0.7500  Card 0.2500  (only the first 300 tokens were read)"
                + "  | my long house",
            "7-3  NY  (no known word)  | xyzzy",
            "7-4  NY  (not in the model's language or manner)  | mi casa",
            "7-5  NY  (no text)  | ",
            "(bad row: it has 3 columns)  | a,b,c");
  }

  @Test
  void csvHasARecordOfTheSameColumnsForEachRow() {
    Answers csv = AnswerFormat.CSV.answers(CONTENT, KEPT);
    assertThat(csv.header())
        .isEqualTo(
            "row,id,state,category,probability,category_2,probability_2,abstains,truncated,reason,"
                + "text\n");
    assertThat(csv.of(ALL))
        .isEqualTo(
            "1,7-1,NY,House,0.7500,Card,0.2500,false,false,,\"my\nhouse\"\n"
                + "2,7-2,NY,House,0.7500,Card,0.2500,false,true,,my long house\n"
                + "3,7-3,NY,,,,,true,false,no known word,xyzzy\n"
                + "4,7-4,NY,,,,,true,false,"
                + "not in the model's language or manner,mi casa\n"
                + "5,7-5,NY,,,,,true,false,no text,\" \n\"\n"
                + "6,,,,,,,true,false,bad row: it has 3 columns,\n");
  }

  @Test
  void jsonHasAnObjectOfTheSameFieldsForEachRow() throws IOException {
    List<String> lines = AnswerFormat.JSONL.answers(CONTENT, KEPT).of(ALL).lines().toList();
    assertThat(lines).hasSize(6);
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode object = mapper.readTree(lines.get(i));
      assertThat(object.fieldNames())
          .toIterable()
          .containsExactly(
              "row",
              "id",
              "state",
              "category",
              "probability",
              "abstains",
              "truncated",
              "reason",
              "categories",
              "text");
      assertThat(object.get("row").asLong()).isEqualTo(i + 1);
    }
    JsonNode unknown = mapper.readTree(lines.get(2));
    assertThat(unknown.get("category").isNull()).isTrue();
    assertThat(unknown.get("categories").get(0).get("category").asText()).isEqualTo("House");
    JsonNode empty = mapper.readTree(lines.get(4));
    assertThat(empty.get("category").isNull()).isTrue();
    assertThat(empty.get("probability").isNull()).isTrue();
    assertThat(empty.get("categories")).isEmpty();
    assertThat(empty.get("reason").asText()).isEqualTo("no text");
    assertThat(mapper.readTree(lines.get(1)).get("truncated").asBoolean()).isTrue();
    assertThat(mapper.readTree(lines.get(0)).get("text").asText()).isEqualTo("my\nhouse");
  }

  @Test
  void thePreviewIsOneLineThatCutsNoLetterInTwoAndCommandsNoTerminal() {
    assertThat(Answer.preview(" a\t\u001b[31m\r\n\u00a0b \n")).isEqualTo("a [31m b");
    assertThat(Answer.preview("x".repeat(60) + " \n")).isEqualTo("x".repeat(60));
    assertThat(Answer.preview("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    assertThat(Answer.preview("x".repeat(59) + "\uD83C\uDFE0" + "y"))
        .isEqualTo("x".repeat(59) + "\uD83C\uDFE0" + "…");
    assertThat(Answer.preview("")).isEmpty();
  }

  @Test
  void probabilitiesHaveFourDigits() {
    assertThat(Answer.number(0)).isEqualTo("0.0000");
    assertThat(Answer.number(Double.MIN_VALUE)).isEqualTo("0.0000");
    assertThat(Answer.number(0.99995)).isEqualTo("1.0000");
    assertThat(Answer.number(Math.nextDown(1.0))).isEqualTo("1.0000");
    assertThat(Answer.number(1)).isEqualTo("1.0000");
    new SplittableRandom(1947)
        .doubles(1_000_000)
        .forEach(AnswersTest::requireFourDigitsAsJavaGives);
  }

  @Test
  void probabilitiesBetweenTwoNumbersAreRoundedAsJavaDoes() {
    for (int i = 0; i < 10_000; i++) {
      for (double half :
          new double[] {(i + 0.5) / 10_000, Double.parseDouble(i + "5") / 100_000, i / 10_000.0}) {
        requireFourDigitsAsJavaGives(half);
        requireFourDigitsAsJavaGives(Math.nextUp(half));
        requireFourDigitsAsJavaGives(Math.max(0, Math.nextDown(half)));
        requireFourDigitsAsJavaGives(half + 1e-10);
        requireFourDigitsAsJavaGives(Math.max(0, half - 1e-10));
      }
    }
  }

  private static void requireFourDigitsAsJavaGives(double probability) {
    String expected = String.format(Locale.ROOT, "%.4f", probability);
    if (!Answer.number(probability).equals(expected)) { // an assertion each would take seconds
      assertThat(Answer.number(probability)).as("%s", probability).isEqualTo(expected);
    }
  }

  private static Answer answer(int number, String text, int tokens, int known, boolean truncated) {
    Categorization result = new Categorization(scored(), tokens, known, truncated);
    return new Answer(row(number, text), Optional.of(result), List.of());
  }

  private static Row row(int number, String text) {
    return Row.good(number, number, "", "", text, List.of("7-" + number, "NY"));
  }

  private static List<ScoredCategory> scored() {
    return List.of(new ScoredCategory("House", 0.75), new ScoredCategory("Card", 0.25));
  }
}
