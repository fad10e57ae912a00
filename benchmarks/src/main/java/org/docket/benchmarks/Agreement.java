/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.util.Locale;
import org.docket.inference.LstmNetwork;
import org.docket.model.NetworkWeights;

/** Two engines may be compared only if they compute the same. */
final class Agreement {

  private static final double TOLERANCE = 1e-5;

  private Agreement() {}

  /**
   * Compares with Docket.
   *
   * @param weights of the network
   * @param documents what both read
   * @param logits what the other engine made of each
   * @throws IllegalStateException if a probability differs by more than 1e-5
   */
  static void require(NetworkWeights weights, int[][] documents, float[][] logits) {
    LstmNetwork network = new LstmNetwork(weights);
    for (int i = 0; i < documents.length; i++) {
      double[] ours = LstmNetwork.softmax(network.logits(documents[i]), 1);
      double[] theirs = LstmNetwork.softmax(logits[i], 1);
      for (int category = 0; category < ours.length; category++) {
        if (!(Math.abs(ours[category] - theirs[category]) <= TOLERANCE)) {
          throw new IllegalStateException(
              String.format(
                  Locale.ROOT,
                  "document %d, category %d: Docket says %.6f, the other engine %.6f",
                  i,
                  category,
                  ours[category],
                  theirs[category]));
        }
      }
    }
  }
}
