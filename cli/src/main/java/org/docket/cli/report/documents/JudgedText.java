/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import org.docket.cli.labels.DocumentPlace;
import org.docket.corpus.LabelledText;

/**
 * A document on its way by, with the indices of its label and of the answer.
 *
 * @param actual the number of the model's categories if it does not have the label
 */
public record JudgedText(LabelledText document, DocumentPlace place, int actual, int predicted) {

  boolean isRight() {
    return actual == predicted;
  }
}
