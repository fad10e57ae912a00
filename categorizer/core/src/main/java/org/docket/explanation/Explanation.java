/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.List;
import org.docket.Categorization;

/**
 * An answer and what moved it.
 *
 * @param answer what is explained: its best category
 * @param contributions the parts of the text that the model reads, those that move the probability
 *     most (up or down) first; a long text's parts are words where it matters most and spans of
 *     several words elsewhere; empty if the model reads nothing
 */
public record Explanation(Categorization answer, List<Contribution> contributions) {

  public Explanation {
    contributions = List.copyOf(contributions);
  }
}
