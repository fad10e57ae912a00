/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.List;

/**
 * The scores of an evaluation with their intervals.
 *
 * @param perCategory the largest categories, in the order of the evaluation
 */
public record Intervals(Interval accuracy, Interval macroF1, List<CategoryIntervals> perCategory) {

  public Intervals {
    perCategory = List.copyOf(perCategory);
  }
}
