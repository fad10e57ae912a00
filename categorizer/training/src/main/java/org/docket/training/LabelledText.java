/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.Objects;

/**
 * An example to learn from, or to measure on.
 *
 * @param category its label
 * @param text as a person wrote it
 */
public record LabelledText(String category, String text) {

  public LabelledText {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(text, "text");
  }
}
