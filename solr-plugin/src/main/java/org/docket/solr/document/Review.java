/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.Arrays;
import java.util.Locale;

/**
 * Why somebody should look at a document. Where several reasons apply, the first of these is given.
 */
public enum Review {
  /** The text could not be categorized. */
  FAILED,
  /** The text says nothing to the model. */
  ABSTAINED,
  /** The best category is not in the allow list. */
  NOT_ALLOWED,
  /** The best category's probability is below the threshold. */
  BELOW_THRESHOLD,
  /** The text is longer than the model, or {@code doccat.maxChars}, reads. */
  TRUNCATED;

  /** As it stands in the index: {@code below-threshold}. */
  public String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a value of the index stands beside no category of the model. */
  static boolean isOfNoCategory(String value) {
    return Arrays.stream(values())
        .anyMatch(review -> review != TRUNCATED && review.value().equals(value));
  }
}
