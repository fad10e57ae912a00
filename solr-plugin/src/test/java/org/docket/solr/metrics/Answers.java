/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.Baseline;
import org.docket.Categorization;
import org.docket.ScoredCategory;

/**
 * Answers of a model with the categories a, b and c, which are 50, 30 and 20 % of its validation
 * part's; it abstained on one text in 101.
 */
final class Answers {

  static final ModelInfo MODEL =
      new ModelInfo(
          "tiny.bin",
          "cafe",
          "scalar",
          List.of("a", "b", "c"),
          Optional.of(new Baseline(10_100, Map.of("a", 5_000L, "b", 3_000L, "c", 2_000L), 0.8)));

  private Answers() {}

  static Categorization best(String category, double probability) {
    return new Categorization(List.of(new ScoredCategory(category, probability)), 3, 2, false);
  }

  static Categorization abstaining() {
    return new Categorization(List.of(new ScoredCategory("a", 0.4)), 3, 0, false);
  }
}
