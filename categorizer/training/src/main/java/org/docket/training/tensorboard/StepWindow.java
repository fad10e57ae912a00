/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.framework.Summary;

/** Some steps in a row, of which the means are shown. Not safe for use by many threads. */
final class StepWindow {

  private int documents;
  private int counted;
  private int right;
  private double loss;
  private long started;

  /**
   * Begins anew.
   *
   * @param nanos the time, as of {@link System#nanoTime}
   */
  void start(long nanos) {
    documents = 0;
    counted = 0;
    right = 0;
    loss = 0;
    started = nanos;
  }

  /**
   * Adds a step.
   *
   * @param size its documents
   * @param meanLoss of its documents
   */
  void add(int size, double meanLoss) {
    documents += size;
    loss += meanLoss * size;
  }

  /**
   * Counts the answers of a step.
   *
   * @param size its documents
   * @param rightOnes those among them that it got right
   */
  void count(int size, int rightOnes) {
    counted += size;
    right += rightOnes;
  }

  /** What is shown of it, at a time. */
  List<Summary.Value> values(long nanos) {
    List<Summary.Value> values = new ArrayList<>();
    values.add(Summaries.scalar("step/loss", loss / documents));
    values.add(Summaries.scalar("step/accuracy", (double) right / counted));
    double seconds = Math.max(1, nanos - started) / 1e9;
    values.add(Summaries.scalar("step/documents_per_second", documents / seconds));
    return values;
  }
}
