/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.evaluation;

/**
 * The scores of one category, each from 0 to 1; 0 where nothing is to be divided.
 *
 * @param category its label
 * @param precision of the documents predicted to be in it, the share that is
 * @param recall of the documents in it, the share that is found
 * @param f1 the harmonic mean of both
 * @param support how many documents are in it
 */
public record CategoryScore(
    String category, double precision, double recall, double f1, int support) {

  static CategoryScore of(String category, int hits, int predicted, int support) {
    double precision = predicted == 0 ? 0 : (double) hits / predicted;
    double recall = support == 0 ? 0 : (double) hits / support;
    double f1 = hits == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new CategoryScore(category, precision, recall, f1, support);
  }
}
