/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the shipped model says of a text.
 *
 * @param name what is worth knowing of the text
 * @param text the text, or a part of it
 * @param repeat how often the part follows itself, so that long texts need no long lines; null for
 *     once
 * @param category the best one
 * @param probability of the best one
 * @param tokens as in {@link Categorization}
 * @param knownTokens as in {@link Categorization}
 * @param truncated as in {@link Categorization}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GoldenAnswer(
    String name,
    String text,
    Integer repeat,
    String category,
    double probability,
    int tokens,
    int knownTokens,
    boolean truncated) {

  /** The whole text. */
  String document() {
    return repeat == null ? text : text.repeat(repeat);
  }

  /**
   * The same text with what a model says of it; six decimals, which is more than all kernels share.
   */
  GoldenAnswer with(Categorization answer) {
    return new GoldenAnswer(
        name,
        text,
        repeat,
        answer.best().category(),
        Math.round(answer.best().probability() * 1e6) / 1e6,
        answer.tokens(),
        answer.knownTokens(),
        answer.truncated());
  }

  @Override
  public String toString() {
    return name;
  }
}
