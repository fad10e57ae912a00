/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.util.Arrays;
import java.util.List;
import org.docket.evaluation.CategoryScore;
import org.docket.evaluation.Evaluation;
import org.docket.training.HeldOut;

/**
 * A training on a part of the documents.
 *
 * @param share of the documents, up to 1
 * @param repeat which draw of them, from 1
 * @param documents that were learned from
 * @param accuracy on the validation part
 * @param macroF1 on the validation part
 * @param logLoss on the validation part
 * @param f1 of each category
 * @param predicted the number of the category that each document of the validation part got
 */
public record CurveRun(
    double share,
    int repeat,
    int documents,
    double accuracy,
    double macroF1,
    double logLoss,
    double[] f1,
    int[] predicted) {

  static CurveRun of(double share, int repeat, int documents, HeldOut held) {
    Evaluation evaluation = held.evaluation();
    List<String> categories = held.categories();
    return new CurveRun(
        share,
        repeat,
        documents,
        evaluation.accuracy(),
        evaluation.macroF1(),
        held.logLoss(),
        evaluation.perCategory().stream().mapToDouble(CategoryScore::f1).toArray(),
        held.predictions().stream().mapToInt(p -> categories.indexOf(p.predicted())).toArray());
  }

  /** The share of the documents that are wrong, each counted so many times. */
  double error(int[] gold, int[] times) {
    long wrong = 0;
    long all = 0;
    for (int document = 0; document < gold.length; document++) {
      all += times[document];
      wrong += predicted[document] == gold[document] ? 0 : times[document];
    }
    // Of no mistake there is no logarithm: half a document, as one does not know better.
    return (wrong + 0.5) / (all + 1);
  }

  /** The F1 of each category, with each document counted so many times. */
  double[] f1(int[] gold, int[] times) {
    double[] hits = new double[f1.length];
    double[] seen = new double[f1.length]; // as label, and as prediction
    for (int document = 0; document < gold.length; document++) {
      seen[gold[document]] += times[document];
      seen[predicted[document]] += times[document];
      hits[gold[document]] += predicted[document] == gold[document] ? times[document] : 0;
    }
    double[] scores = new double[f1.length];
    Arrays.setAll(scores, c -> seen[c] == 0 ? 0 : 2 * hits[c] / seen[c]);
    return scores;
  }
}
