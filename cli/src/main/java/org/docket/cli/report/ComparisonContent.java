/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report;

import java.util.List;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.report.facts.Times;

/**
 * What the report of a comparison is about.
 *
 * @param title what was compared
 * @param leftOut what was not evaluated, in words; may be empty
 * @param models at least two
 * @param pairs all pairs of them, in the order 0-1, 0-2, ..., 1-2, ...
 * @param sameCategories whether all models have the same
 * @param metrics the figures under names that scripts rely on
 * @param facts beside the figures
 * @param times taken so far; the report adds its own
 */
public record ComparisonContent(
    String title,
    String leftOut,
    List<ComparedModel> models,
    List<ModelPair> pairs,
    boolean sameCategories,
    Object metrics,
    List<FactGroup> facts,
    Times times) {

  public ComparisonContent {
    models = List.copyOf(models);
    pairs = List.copyOf(pairs);
    facts = List.copyOf(facts);
  }

  /** The categories of all models, then those of other labels if there are such. */
  List<String> categories() {
    return models.get(0).evaluation().categories();
  }
}
