/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/presets.md have the keys, the bounds and the values that the code has. */
class PresetsPageTest {

  private static final Map<String, String> DEFAULT = TrainingConfig.load("default").parameters();
  private static final Map<String, String> SEED = TrainingConfig.load("seed").parameters();

  private static final Pattern RANGE =
      Pattern.compile("(-?[\\d.]\\S*) to (-?[\\d.E]\\S*?)(?:,|$| )");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern KEY = Pattern.compile("[a-z]+(?:\\.[a-zA-Z]+)?");

  static Stream<List<String>> rows() throws IOException {
    Page page = Page.read("docs/presets.md");
    return Stream.of("Text", "Network", "N-grams", "Regularization", "Training")
        .flatMap(heading -> page.table(heading).stream());
  }

  @Test
  void theTablesHaveAllKeysOnce() throws IOException {
    List<String> keys = rows().map(PresetsPageTest::key).toList();

    assertThat(keys).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aPresetsValueIsThatOfItsFile(List<String> row) {
    for (Map.Entry<Integer, Map<String, String>> preset : Map.of(2, DEFAULT, 3, SEED).entrySet()) {
      String cell = row.get(preset.getKey());
      boolean missing = cell.startsWith("(");
      assertThat(preset.getValue().get(key(row)))
          .as(cell)
          .isEqualTo(missing ? null : cell.replace("`", ""));
    }
  }

  /** In a file without the key, and with it as the page says, everything is the same. */
  @ParameterizedTest
  @MethodSource("rows")
  void onlyWhatStandsInParenthesesMayBeMissingAndThenIsThat(List<String> row) {
    boolean optional = row.get(3).startsWith("(");
    Map<String, String> without = new TreeMap<>(DEFAULT);
    without.remove(key(row));
    Throwable error = catchThrowable(() -> TrainingConfig.of("page", without));
    if (!optional) {
      assertThat(error).hasMessageContaining(key(row) + " is missing");
      return;
    }
    assertThat(error).isNull();
    TrainingConfig absent = TrainingConfig.of("page", without);
    TrainingConfig given = with(key(row), row.get(3).replaceAll("[()]", ""));
    assertThat(List.of(absent.ngrams(), absent.regularization(), absent.optimization()))
        .isEqualTo(List.of(given.ngrams(), given.regularization(), given.optimization()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatIsAllowedIsWhatTheErrorOfAWrongValueSays(List<String> row) {
    String allowed = catchThrowable(() -> with(key(row), "?")).getMessage();
    String cell = row.get(1);

    if (cell.contains(" to ")) {
      assertThat(bounds(cell.replaceAll("(?<=\\d),(?=\\d)", "")))
          .usingElementComparator(BigDecimal::compareTo)
          .containsExactlyElementsOf(bounds(allowed.replaceFirst(".* from ", "")));
    } else if (cell.startsWith("`")) {
      List<String> values = CODE.matcher(cell).results().map(found -> found.group(1)).toList();
      assertThat(allowed).contains("one of " + String.join(", ", values) + ", but is");
    } else {
      assertThat(allowed).contains(cell);
    }
  }

  /** The keys that the message of an unknown key names, which are all that were asked for. */
  private static Set<String> known() {
    String message = catchThrowable(() -> with("no.such", "1")).getMessage();
    Set<String> keys = new TreeSet<>();
    String names = message.replaceFirst(".*; there are ", "");
    Arrays.stream(names.split(", ")).filter(KEY.asMatchPredicate()).forEach(keys::add);
    assertThat(keys).containsAll(DEFAULT.keySet());
    return keys;
  }

  private static TrainingConfig with(String key, String value) {
    Map<String, String> values = new TreeMap<>(DEFAULT);
    values.put(key, value);
    return TrainingConfig.of("page", values);
  }

  private static List<BigDecimal> bounds(String text) {
    Matcher matcher = RANGE.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    List<BigDecimal> bounds = new ArrayList<>();
    bounds.add(new BigDecimal(matcher.group(1)));
    bounds.add(new BigDecimal(matcher.group(2)));
    return bounds;
  }

  private static String key(List<String> row) {
    return row.get(0).replace("`", "");
  }
}
