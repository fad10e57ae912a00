/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mortgage|Mortgage",
        "Debt collection|Debt%20collection",
        "Prêt, étudiant|Prêt,%20étudiant",
        "#1|#1",
        "50 %|50%20%25",
        "a%20b|a%2520b",
        "住宅\u3000ローン|住宅%E3%80%80ローン"
      })
  void whiteSpaceAndPerCentSignsAreEscaped(String name, String escaped) {
    assertThat(CategoryNames.escape(name)).isEqualTo(escaped);
    assertThat(CategoryNames.unescape(escaped)).isEqualTo(name);
  }

  @Test
  void namesThatWereNeverEscapedStayAsTheyAre() {
    assertThat(CategoryNames.unescape("100%")).isEqualTo("100%");
    assertThat(CategoryNames.unescape("50%-off")).isEqualTo("50%-off");
    assertThat(CategoryNames.unescape("%2")).isEqualTo("%2");
    assertThat(CategoryNames.unescape("100%ad-free")).isEqualTo("100%ad-free");
    assertThat(CategoryNames.unescape("%20x%ff")).isEqualTo("%20x%ff");
  }

  @Test
  void everyNameIsOneTokenToOpenNlpAndComesBack() {
    Random random = new Random(5);
    for (String name : names(random)) {
      assertThat(WhitespaceTokenizer.INSTANCE.tokenize(CategoryNames.escape(name)))
          .containsExactly(CategoryNames.escape(name));
      assertThat(CategoryNames.unescape(CategoryNames.escape(name))).isEqualTo(name);
      assertThat(CategoryNames.unescape(CategoryNames.modelName(name))).isEqualTo(name);
    }
  }

  @Test
  void aModelCallsACategoryByItsOwnNameIfThatCannotBeMistaken() {
    assertThat(CategoryNames.modelName("Debt collection")).isEqualTo("Debt collection");
    assertThat(CategoryNames.modelName("100 %")).isEqualTo("100 %");
    assertThat(CategoryNames.modelName("100%ad-free")).isEqualTo("100%ad-free");
    assertThat(CategoryNames.modelName("a%20b")).isEqualTo("a%2520b");
  }

  /** Names of all white space that there is, escapes, and other letters. */
  private static List<String> names(Random random) {
    List<String> parts =
        new ArrayList<>(List.of("a", "%", "%2", "%20", "%ff", "é", "\ud83c\udfe6", ",", "#"));
    for (int c = 0; c < 0x10000; c++) {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        parts.add(Character.toString(c));
      }
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      StringBuilder name = new StringBuilder();
      random.ints(1 + i % 6, 0, parts.size()).forEach(part -> name.append(parts.get(part)));
      names.add(name.toString());
    }
    return names;
  }
}
