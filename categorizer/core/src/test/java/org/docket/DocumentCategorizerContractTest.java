/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import opennlp.tools.doccat.DocumentCategorizer;
import org.junit.jupiter.api.Test;

/**
 * What {@link DocumentCategorizer} promises, whoever keeps it. Where its Javadoc is silent, what
 * OpenNLP's own categorizers do.
 */
abstract class DocumentCategorizerContractTest {

  private static final String[] TEXT = {"my", "house", "loan", "fee"};
  private static final String[] EMPTY = {};

  private final DocumentCategorizer categorizer = categorizer();

  /** The one under test. */
  abstract DocumentCategorizer categorizer();

  @Test
  void oneProbabilityPerCategory() {
    assertDistribution(categorizer.categorize(TEXT));
    assertDistribution(categorizer.categorize(new String[] {"qqq", "zzz"}));
    assertDistribution(categorizer.categorize(new String[] {"", "house", ""}));
    assertDistribution(categorizer.categorize(new String[] {""}));
    assertDistribution(categorizer.categorize(new String[] {"\uD800", "fee\u0000"}));
  }

  @Test
  void anEmptyTextHasAnAnswer() {
    assertDistribution(categorizer.categorize(EMPTY));
    assertThat(categorizer.scoreMap(EMPTY)).hasSize(categorizer.getNumberOfCategories());
    assertThat(categorizer.sortedScoreMap(EMPTY)).isNotEmpty();
    assertThat(categorizer.getBestCategory(categorizer.categorize(EMPTY))).isNotNull();
  }

  @Test
  void extraInformationThatNobodyAsksForChangesNothing() {
    double[] without = categorizer.categorize(TEXT);
    assertThat(categorizer.categorize(TEXT, Collections.emptyMap())).isEqualTo(without);
    assertThat(categorizer.categorize(TEXT, null)).isEqualTo(without);
    assertThat(categorizer.categorize(TEXT, Map.of("author", "me"))).isEqualTo(without);
  }

  @Test
  void aMissingTextIsRefused() {
    assertThatThrownBy(() -> categorizer.categorize((String[]) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> categorizer.categorize(null, Map.of()))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> categorizer.scoreMap(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> categorizer.sortedScoreMap(null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void neitherArgumentsNorAnswersAreShared() {
    String[] text = TEXT.clone();
    double[] first = categorizer.categorize(text);
    double[] kept = first.clone();
    assertThat(text).isEqualTo(TEXT);
    Arrays.fill(first, -1);
    assertThat(categorizer.categorize(text)).isEqualTo(kept);
    Arrays.fill(categorizer.categorize(new String[] {"qqq"}), -1);
    assertDistribution(categorizer.categorize(new String[] {"qqq"}));
  }

  @Test
  void bestCategoryIsTheMostProbable() {
    int n = categorizer.getNumberOfCategories();
    for (int best = 0; best < n; best++) {
      double[] outcome = new double[n];
      outcome[best] = 0.9;
      assertThat(categorizer.getBestCategory(outcome)).isEqualTo(categorizer.getCategory(best));
    }
  }

  @Test
  void theFirstOfEquallyGoodOnesIsBest() {
    double[] equal = new double[categorizer.getNumberOfCategories()];
    Arrays.fill(equal, 1.0 / equal.length);
    assertThat(categorizer.getBestCategory(equal)).isEqualTo(categorizer.getCategory(0));
    equal[0] = 0;
    assertThat(categorizer.getBestCategory(equal)).isEqualTo(categorizer.getCategory(1));
  }

  @Test
  void noOutcomeHasNoBestCategory() {
    assertThatThrownBy(() -> categorizer.getBestCategory(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void indicesAndCategoriesAreEachOthersInverse() {
    int n = categorizer.getNumberOfCategories();
    assertThat(n).isGreaterThan(1);
    Set<String> categories = new HashSet<>();
    for (int i = 0; i < n; i++) {
      categories.add(categorizer.getCategory(i));
      assertThat(categorizer.getIndex(categorizer.getCategory(i))).isEqualTo(i);
    }
    assertThat(categories).hasSize(n).doesNotContainNull();
  }

  @Test
  void anUnknownCategoryHasTheIndexMinusOne() {
    assertThat(categorizer.getIndex("no such category")).isEqualTo(-1);
    assertThat(categorizer.getIndex(categorizer.getCategory(0).toUpperCase(Locale.ROOT)))
        .isEqualTo(-1);
    assertThat(categorizer.getIndex("")).isEqualTo(-1);
    assertThat(categorizer.getIndex(null)).isEqualTo(-1);
  }

  @Test
  void anIndexOutOfBoundsIsRefused() {
    for (int index : new int[] {-1, categorizer.getNumberOfCategories()}) {
      assertThatThrownBy(() -> categorizer.getCategory(index))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void allResultsInTheOrderOfTheCategoriesWithFourDigits() {
    int n = categorizer.getNumberOfCategories();
    double[] results = new double[n];
    results[0] = 0.99994;
    results[1] = 0.00006;
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < n; i++) {
      String number = i == 0 ? "0.9999" : i == 1 ? "0.0001" : "0.0000";
      expected.append(i == 0 ? "" : "  ").append(categorizer.getCategory(i));
      expected.append('[').append(number).append(']');
    }
    assertThat(PlainNumbers.of(categorizer.getAllResults(results))).isEqualTo(expected.toString());
  }

  @Test
  void scoreMapHasEveryCategoryWithItsProbability() {
    double[] scores = categorizer.categorize(TEXT);
    Map<String, Double> map = categorizer.scoreMap(TEXT);
    assertThat(map).hasSize(scores.length);
    for (int i = 0; i < scores.length; i++) {
      assertThat(map).containsEntry(categorizer.getCategory(i), scores[i]);
    }
    map.clear();
    assertThat(categorizer.scoreMap(TEXT)).hasSize(scores.length);
  }

  @Test
  void sortedScoreMapAscends() {
    SortedMap<Double, Set<String>> map = categorizer.sortedScoreMap(TEXT);
    assertThat(List.copyOf(map.keySet())).isSorted();
    assertThat(map.comparator()).isNull();
    double[] scores = categorizer.categorize(TEXT);
    for (int i = 0; i < scores.length; i++) {
      assertThat(map.get(scores[i])).contains(categorizer.getCategory(i));
    }
    assertThat(map.get(map.lastKey())).contains(categorizer.getBestCategory(scores));
    assertThat(map.values().stream().mapToInt(Set::size).sum()).isEqualTo(scores.length);
  }

  @Test
  void sortedScoreMapKeepsAllCategoriesOfOneScore() {
    String[] text = {"qqq"};
    double[] scores = categorizer.categorize(text);
    assertThat(scores[0]).as("a tie of the first two categories").isEqualTo(scores[1]);
    assertThat(categorizer.sortedScoreMap(text).get(scores[0]))
        .contains(categorizer.getCategory(0), categorizer.getCategory(1));
  }

  private void assertDistribution(double[] probabilities) {
    assertThat(probabilities).hasSize(categorizer.getNumberOfCategories());
    for (double probability : probabilities) {
      assertThat(probability).isBetween(0.0, 1.0);
    }
    assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-6));
  }
}
