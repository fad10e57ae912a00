/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

/**
 * How errors become fewer with more documents: {@code factor * documents^-exponent} (Hestness et
 * al. 2017; Figueroa et al. 2012 for text categorizers). A third parameter, the error that no
 * number of documents removes, is left out: four points do not carry it. So the law is hopeful far
 * out.
 *
 * @param factor the error of one document, by the law
 * @param exponent how steep; 0 or below if there is no gain
 */
record PowerLaw(double factor, double exponent) {

  /**
   * Least squares on the logarithms.
   *
   * @param documents at least two different numbers of them
   * @param errors of each number, above 0
   */
  static PowerLaw fit(double[] documents, double[] errors) {
    double meanX = 0;
    double meanY = 0;
    for (int i = 0; i < documents.length; i++) {
      meanX += Math.log(documents[i]) / documents.length;
      meanY += Math.log(errors[i]) / documents.length;
    }
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < documents.length; i++) {
      double x = Math.log(documents[i]) - meanX;
      xy += x * (Math.log(errors[i]) - meanY);
      xx += x * x;
    }
    double slope = xy / xx;
    return new PowerLaw(Math.exp(meanY - slope * meanX), -slope);
  }

  /** The error with so many documents; at most 1. */
  double error(double documents) {
    return Math.min(1, factor * Math.pow(documents, -exponent));
  }
}
