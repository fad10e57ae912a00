/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

/** A clean text that knows where its parts stand in the text as it was. Immutable. */
public final class PlacedText {

  private final Draft draft;

  PlacedText(Draft draft) {
    this.draft = draft;
  }

  /** The clean text. */
  public String text() {
    return draft.toString();
  }

  /** Where the character at an index of the clean text begins in the raw one. */
  public int start(int index) {
    return draft.start(index);
  }

  /** Where the part of the clean text before an index, which is above 0, ends in the raw one. */
  public int end(int index) {
    return draft.end(index - 1);
  }
}
