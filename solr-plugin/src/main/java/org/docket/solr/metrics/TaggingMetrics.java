/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import org.docket.Categorization;

/**
 * What the update processors tell while they tag documents.
 *
 * <p>{@link #categorized} is told of every text that the model has answered; after it comes exactly
 * one of {@link #tagged}, {@link #abstained}, {@link #belowThreshold} and {@link #notAllowed},
 * which says what became of the answer. {@link #kept}, {@link #cleared}, {@link #withoutText} and
 * {@link #failed} are told of documents without an answer.
 *
 * <p>Implementations are safe for use by many threads, throw nothing, and cost well below a
 * microsecond for each document.
 */
public interface TaggingMetrics {

  /** Counts nothing. */
  TaggingMetrics NONE = new NoMetrics();

  /**
   * The model has answered: this is what drift is measured by.
   *
   * @param truncated whether it did not see all of the text
   */
  void categorized(Categorization answer, boolean truncated);

  /**
   * A document has got a category.
   *
   * @param category as it is written, after label map and fallback
   * @param probability of this category, from 0 to 1
   */
  void tagged(String category, double probability);

  /** The model had nothing to go by. */
  void abstained();

  /** The best category was below {@code doccat.threshold}. */
  void belowThreshold();

  /** The best category is not in {@code doccat.allowlist}. */
  void notAllowed();

  /** A person's tag stays. */
  void kept();

  /** A partial update has left a document without text, and so without a category. */
  void cleared();

  /** A whole document without text in the source fields has passed through. */
  void withoutText();

  /** A partial update has touched a source field. Comes in addition to what became of it. */
  void partialUpdate();

  /** The text of a document could not be categorized. */
  void failed(Throwable failure);

  /**
   * Texts have been categorized at once.
   *
   * @param size how many texts, at least 1
   * @param analysisNanos time spent on turning texts into tokens, in ns; negative if not known
   * @param networkNanos time spent on turning tokens into probabilities, in ns; negative if not
   *     known
   */
  void batch(int size, long analysisNanos, long networkNanos);
}
