/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;

/** Logistic regression on n-grams, a category against all others each. Safe for many threads. */
final class NgramHead {

  private static final double C = 10;
  private static final double PRECISION = 0.01;

  /** What a category has at least that the regression never saw. */
  private static final double LEAST = 1e-6;

  static {
    Linear.disableDebugOutput();
  }

  private final Model model;
  private final int categories;

  private NgramHead(Model model, int categories) {
    this.model = model;
    this.categories = categories;
  }

  /**
   * Fits.
   *
   * @param texts those of a fold, of all
   */
  static NgramHead fit(Feature[][] features, int[] labels, int[] texts, int size, int categories) {
    Problem problem = new Problem();
    problem.l = texts.length;
    problem.n = size;
    problem.x = new Feature[texts.length][];
    problem.y = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      problem.x[i] = features[texts[i]];
      problem.y[i] = labels[texts[i]];
    }
    return new NgramHead(
        Linear.train(problem, new Parameter(SolverType.L2R_LR, C, PRECISION)), categories);
  }

  /** The logarithms of the probabilities of a text. */
  double[] logProbabilities(Feature[] features) {
    int[] labels = model.getLabels();
    double[] known = new double[labels.length];
    Linear.predictProbability(model, features, known);
    double[] result = new double[categories];
    Arrays.fill(result, Math.log(LEAST));
    for (int i = 0; i < labels.length; i++) {
      result[labels[i]] = Math.log(known[i] + LEAST);
    }
    return result;
  }
}
