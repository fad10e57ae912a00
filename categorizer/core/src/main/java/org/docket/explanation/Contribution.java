/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.List;

/**
 * By how much a word of a text, or several, move the best category's probability.
 *
 * @param text the words as the text has them where each first appears, with {@code …} between them
 *     where others stand in between
 * @param places all places in the text; of several words, those of neighbours are one
 * @param weight by how much the probability falls when the places are left out; negative where it
 *     rises, so that the words speak against the category; from -1 to 1
 */
public record Contribution(String text, List<Place> places, double weight) {

  public Contribution {
    places = List.copyOf(places);
  }
}
