/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import org.docket.text.AnalysisSpec;

/**
 * From text to ids.
 *
 * @param language ISO code, which OpenNLP's manifest asks for
 * @param analysis how text becomes tokens
 * @param stopWordsByLength whether texts keep their stop words if they are {@link #SHORT}
 * @param maxVocabulary how many tokens are learned at most
 * @param minDocuments a token must stand in this many documents
 */
public record TextConfig(
    String language,
    AnalysisSpec analysis,
    boolean stopWordsByLength,
    int maxVocabulary,
    int minDocuments) {

  /**
   * Texts are short if more than half of the first ones have fewer words than this. In a short text
   * the small words ("how do I", "why was my") tell much of what it wants, and cost little.
   */
  public static final int SHORT = 50;
}
