/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.opennlp;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** How tokens look when they travel through OpenNLP as features. */
public final class Features {

  /** Before a token that the model's own chain has cleaned. */
  static final String CLEANED = "lucene=";

  /** Before a token as OpenNLP's {@code BagOfWordsFeatureGenerator} hands it over. */
  static final String BAG_OF_WORDS = "bow=";

  private Features() {}

  /**
   * The token that a feature is.
   *
   * @return empty if it is another feature, such as an n-gram
   */
  public static Optional<String> token(String feature) {
    return Stream.of(CLEANED, BAG_OF_WORDS)
        .filter(feature::startsWith)
        .map(prefix -> feature.substring(prefix.length()))
        .findFirst();
  }

  /** The features without their prefix; those that do not have it stay as they are. */
  static String[] values(String[] features, String prefix) {
    return Arrays.stream(features)
        .map(f -> f.startsWith(prefix) ? f.substring(prefix.length()) : f)
        .toArray(String[]::new);
  }
}
