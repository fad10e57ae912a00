/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.Objects;

/**
 * A document of a corpus.
 *
 * @param category its label; empty if the corpus was read without labels
 * @param text as a person wrote it
 */
public record LabelledText(String category, String text) {

  public LabelledText {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(text, "text");
  }
}
