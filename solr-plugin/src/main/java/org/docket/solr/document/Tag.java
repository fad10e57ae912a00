/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.List;
import java.util.Optional;
import org.docket.ScoredCategory;

/**
 * What is written about a document.
 *
 * @param category the model's category, or the fallback, or none
 * @param score the probability of the category; none for a fallback
 * @param best the most probable categories that are allowed, best first; empty where the model
 *     abstains
 * @param review why somebody should look at it
 * @param failure what went wrong
 */
public record Tag(
    Optional<String> category,
    Optional<Double> score,
    List<ScoredCategory> best,
    Optional<Review> review,
    Optional<String> failure) {

  /** That the document has no tag. */
  public static final Tag NONE =
      new Tag(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
}
