/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;

/**
 * The categories that most documents have, for where not all can be shown.
 *
 * @param indices of the categories in the evaluation, in its order
 * @param more how many others there are
 */
public record LargestCategories(List<Integer> indices, int more) {

  /** All categories, or the largest ones if they are more than some number. */
  public static LargestCategories of(Evaluation evaluation, int most) {
    List<CategoryScore> scores = evaluation.perCategory();
    List<Integer> indices =
        IntStream.range(0, scores.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> scores.get(i).support()).reversed())
            .limit(most)
            .sorted()
            .toList();
    return new LargestCategories(indices, scores.size() - indices.size());
  }
}
