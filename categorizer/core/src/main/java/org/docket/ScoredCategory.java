/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.Comparator;
import java.util.Objects;

/**
 * A category and its probability.
 *
 * <p>The natural order puts the most probable first, and equal ones in the order of their names; it
 * agrees with {@code equals}.
 *
 * @param category the category's label, as it stood in the training data
 * @param probability from 0 to 1
 */
public record ScoredCategory(String category, double probability)
    implements Comparable<ScoredCategory> {

  private static final Comparator<ScoredCategory> MOST_PROBABLE_FIRST =
      Comparator.comparingDouble(ScoredCategory::probability)
          .reversed()
          .thenComparing(ScoredCategory::category);

  public ScoredCategory {
    Objects.requireNonNull(category, "category");
  }

  @Override
  public int compareTo(ScoredCategory other) {
    return MOST_PROBABLE_FIRST.compare(this, other);
  }
}
