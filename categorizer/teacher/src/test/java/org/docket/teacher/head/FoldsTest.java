/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.docket.corpus.LabelledText;
import org.junit.jupiter.api.Test;

class FoldsTest {

  @Test
  void textsThatBeginAlikeAreInOneFoldAndCategoriesInAll() {
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      texts.add(new LabelledText("a", "letter " + (char) ('a' + i / 4) + " ".repeat(i % 4)));
    }
    int[] labels = IntStream.range(0, 100).map(i -> i < 20 ? 1 : 0).toArray();

    Folds folds = Folds.of(texts, labels, 2, 5, 1);

    for (int i = 0; i < 100; i++) {
      assertThat(folds.of(i)).isEqualTo(folds.of(i / 4 * 4));
    }
    for (int fold = 0; fold < 5; fold++) {
      int each = fold;
      assertThat(IntStream.range(0, 20).filter(i -> folds.of(i) == each).count()).isEqualTo(4);
      assertThat(folds.others(fold)).hasSize(80);
    }
    Folds other = Folds.of(texts, labels, 2, 5, 2);
    assertThat(IntStream.range(0, 100).anyMatch(i -> folds.of(i) != other.of(i))).isTrue();
  }
}
