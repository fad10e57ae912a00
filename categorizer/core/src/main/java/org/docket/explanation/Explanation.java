/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.List;
import org.docket.Categorization;

/**
 * An answer and what moved it.
 *
 * @param answer what is explained: its best category
 * @param contributions the words that the model reads, those that move the probability most (up or
 *     down) first; in a text of many words several are taken together, except for those that speak
 *     most for the answer; empty if the model reads nothing
 */
public record Explanation(Categorization answer, List<Contribution> contributions) {

  public Explanation {
    contributions = List.copyOf(contributions);
  }
}
