/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

import java.util.List;

/**
 * Labels of documents that the model does not have as a category, so that it is wrong about all of
 * these documents.
 *
 * @param labels how many different ones there are
 * @param documents how many documents have one of them
 * @param examples the first of them, in the order of the documents; at most {@value #EXAMPLES}
 */
public record OtherLabels(int labels, int documents, List<String> examples) {

  /** How many labels are kept by name: who takes a wrong column may have a label per document. */
  static final int EXAMPLES = 10;

  public OtherLabels {
    examples = List.copyOf(examples);
  }
}
