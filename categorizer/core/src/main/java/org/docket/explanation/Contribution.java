/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.List;

/**
 * By how much a part of a text moves the best category's probability.
 *
 * @param text a word or several that follow each other, as the text has them (at the first place)
 * @param places where in the text: all places of a word, the one of several words
 * @param weight by how much the probability falls when the places are left out; negative where it
 *     rises, so that the part speaks against the category; from -1 to 1
 */
public record Contribution(String text, List<Place> places, double weight) {

  public Contribution {
    places = List.copyOf(places);
  }
}
