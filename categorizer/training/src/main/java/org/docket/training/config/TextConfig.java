/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

import java.util.List;
import org.docket.text.AnalysisSpec;

/**
 * From text to ids.
 *
 * @param language ISO code, which OpenNLP's manifest asks for
 * @param analysis how text becomes tokens
 * @param stopWordsByLength whether short texts keep their stop words: see {@link #ofShortTexts}
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
   * Texts are short if half of them have fewer words than this. In a short text the small words
   * ("how do I", "why was my") tell much of what it wants, and cost little.
   */
  public static final int SHORT = 50;

  /** How text becomes tokens if the texts of the corpus are short. */
  public AnalysisSpec ofShortTexts() {
    return stopWordsByLength ? analysis.withStopWords(List.of()) : analysis;
  }
}
