/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.util.List;

/**
 * English function words that say little about a complaint's category.
 *
 * <p>Negations (no, not, nor, never, without, cannot) are kept on purpose: "I did not authorize" is
 * the complaint.
 */
final class EnglishStopWords {

  /** In alphabetical order. */
  public static final List<String> WITHOUT_NEGATIONS =
      List.of(
          "a", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "did",
          "do", "does", "for", "from", "had", "has", "have", "he", "her", "him", "his", "i", "if",
          "in", "into", "is", "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "such",
          "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
          "to", "us", "was", "we", "were", "which", "will", "with", "you", "your");

  private EnglishStopWords() {}
}
