/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.Map;

/**
 * What a model answers to texts like those that it was made for.
 *
 * @param shares of each category among the best ones; they sum to 1
 * @param meanConfidence the mean probability of the best category, from 0 to 1
 */
public record ExpectedAnswers(Map<String, Double> shares, double meanConfidence) {

  public ExpectedAnswers {
    shares = Map.copyOf(shares);
  }
}
