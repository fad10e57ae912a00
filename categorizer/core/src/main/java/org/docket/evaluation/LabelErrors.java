/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.List;

/**
 * The likely label errors of many documents, as a {@link LabelErrorFinder} found them.
 *
 * @param documents how many were judged: not those whose label the model does not have, and not
 *     those on which it abstains
 * @param estimated how many of them have a wrong label, by the calibrated confident joint
 * @param pairs of labels that are mistaken for each other, those with the most errors listed first
 * @param errors the documents to look at, the label that the model finds least probable first
 */
public record LabelErrors(
    int documents, double estimated, List<LabelErrorPair> pairs, List<LabelError> errors) {

  public LabelErrors {
    pairs = List.copyOf(pairs);
    errors = List.copyOf(errors);
  }

  /** The estimated share of wrong labels, from 0 to 1; 0 if no document was judged. */
  public double estimatedShare() {
    return documents == 0 ? 0 : estimated / documents;
  }
}
