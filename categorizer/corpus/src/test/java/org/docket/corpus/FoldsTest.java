/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static final List<String> NAMES = List.of("loan", "card", "rare");

  @RepeatedTest(20)
  void eachDocumentIsInOneFoldGroupsTogetherAndCategoriesEven(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int size = 200 + random.nextInt(300);
    int[] categories = IntStream.range(0, size).map(i -> i % 11 == 0 ? 2 : i % 2).toArray();
    // One in five documents begins as another one does.
    long[] keys =
        IntStream.range(0, size)
            .mapToLong(i -> random.nextInt(5) == 0 ? random.nextInt(size) : i)
            .toArray();
    int count = 2 + random.nextInt(5);

    Folds folds = Folds.of(keys, categories, NAMES, count, repetition.getCurrentRepetition());

    BitSet all = new BitSet();
    Map<Long, Integer> foldOfKey = new HashMap<>();
    for (int fold = 0; fold < count; fold++) {
      BitSet documents = folds.documents(fold);
      assertThat(all.intersects(documents)).isFalse();
      all.or(documents);
      int own = fold;
      documents.stream()
          .forEach(d -> assertThat(foldOfKey.merge(keys[d], own, (a, b) -> a)).isEqualTo(own));
    }
    assertThat(all.cardinality()).isEqualTo(size);
    for (int category = 0; category < NAMES.size(); category++) {
      int wanted = category;
      double share = (double) IntStream.of(categories).filter(c -> c == wanted).count() / count;
      for (int fold = 0; fold < count; fold++) {
        long own = folds.documents(fold).stream().filter(d -> categories[d] == wanted).count();
        assertThat((double) own).isBetween(share - 3, share + 3);
      }
    }
  }

  @Test
  void theSeedDecides() {
    long[] keys = IntStream.range(0, 60).mapToLong(i -> i).toArray();
    int[] categories = IntStream.range(0, 60).map(i -> i % 2).toArray();

    BitSet one = Folds.of(keys, categories, NAMES, 3, 7).documents(0);

    assertThat(Folds.of(keys, categories, NAMES, 3, 7).documents(0)).isEqualTo(one);
    assertThat(Folds.of(keys, categories, NAMES, 3, 8).documents(0)).isNotEqualTo(one);
    assertThat(one.cardinality()).isEqualTo(20);
  }

  @Test
  void documentsWithoutALabelAreInNoFold() {
    Folds folds = Folds.of(new long[] {1, 2, 3}, new int[] {0, 0, -1}, NAMES, 2, 1);

    assertThat(folds.of(2)).isEqualTo(-1);
    assertThat(folds.documents(0).cardinality()).isEqualTo(1);
    assertThat(folds.documents(1).cardinality()).isEqualTo(1);
  }

  @Test
  void aCategoryThatIsTooSmallForTheFoldsIsNamed() {
    assertThatThrownBy(
            () ->
                Folds.of(new long[] {1, 2, 3, 4, 5, 5}, new int[] {0, 0, 0, 1, 1, 1}, NAMES, 3, 1))
        .isInstanceOf(DocketException.class)
        .hasMessage(
            "3 folds need 3 different documents of each category, but \"card\" has 2 (3 with those"
                + " that begin alike); ask for fewer folds, or drop or merge the category with"
                + " --label-map");
    assertThatThrownBy(() -> Folds.of(new long[0], new int[0], NAMES, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
