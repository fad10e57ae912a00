/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.Optional;
import org.docket.corpus.LabelledText;

/**
 * A text to learn from.
 *
 * @param document its category is empty if it has no label
 * @param probabilities what is to be learned beside the label, or in place of it
 * @param reviewed whether its label is a person's word, and so is certain
 */
record TrainingText(LabelledText document, Optional<float[]> probabilities, boolean reviewed) {

  /** One that nobody reviewed. */
  static TrainingText of(LabelledText document, Optional<float[]> probabilities) {
    return new TrainingText(document, probabilities, false);
  }

  /** One that a person put into a category. */
  static TrainingText reviewed(String category, String text) {
    return new TrainingText(new LabelledText(category, text), Optional.empty(), true);
  }

  /** The same with other probabilities, which a person's word has no room for. */
  TrainingText with(Optional<float[]> others) {
    return reviewed ? this : new TrainingText(document, others, false);
  }
}
