/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.util.List;

/**
 * The cleaned tokens of a text.
 *
 * @param tokens in the order of the text
 * @param truncated whether the text was longer than the limits of the {@link AnalysisSpec}
 */
public record AnalyzedText(List<String> tokens, boolean truncated) {

  public AnalyzedText {
    tokens = List.copyOf(tokens);
  }
}
