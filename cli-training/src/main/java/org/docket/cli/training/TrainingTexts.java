/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.Optional;
import org.docket.corpus.LabelledText;

/** Gets the texts to learn from. */
@FunctionalInterface
interface TrainingTexts {

  /**
   * Gets a text.
   *
   * @param document its category is empty if it has no label
   * @param probabilities what is to be learned beside the label, or in place of it
   */
  void add(LabelledText document, Optional<float[]> probabilities);
}
