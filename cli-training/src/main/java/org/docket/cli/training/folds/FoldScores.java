/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.folds;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.docket.cli.training.statistics.Spread;
import org.docket.evaluation.CategoryScore;

/** What a cross-validation came to. */
public record FoldScores(List<FoldScore> folds) {

  public FoldScores {
    folds = List.copyOf(folds);
  }

  /**
   * A category over all folds.
   *
   * @param category its label
   * @param precision of the folds
   * @param recall of the folds
   * @param f1 of the folds
   * @param documents in all of them together
   */
  public record Category(
      String category, Spread precision, Spread recall, Spread f1, int documents) {}

  /** A figure over all folds. */
  public Spread spread(ToDoubleFunction<FoldScore> figure) {
    return Spread.of(folds.stream().mapToDouble(figure).toArray());
  }

  /** Each category. */
  public List<Category> perCategory() {
    return IntStream.range(0, folds.get(0).perCategory().size()).mapToObj(this::category).toList();
  }

  private Category category(int index) {
    List<CategoryScore> scores = folds.stream().map(fold -> fold.perCategory().get(index)).toList();
    return new Category(
        scores.get(0).category(),
        spread(scores, CategoryScore::precision),
        spread(scores, CategoryScore::recall),
        spread(scores, CategoryScore::f1),
        scores.stream().mapToInt(CategoryScore::support).sum());
  }

  private static Spread spread(List<CategoryScore> scores, ToDoubleFunction<CategoryScore> figure) {
    return Spread.of(scores.stream().mapToDouble(figure).toArray());
  }
}
