/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.docket.cli.report.facts.Times;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingProgress;

/** How long a training takes, as it watches it. */
final class RunTimes implements TrainingProgress {

  private static final double NANOS = 1e9;

  private final Times times = new Times();
  private final Map<Integer, Double> epochs = new TreeMap<>();
  private long started;

  @Override
  public void encoded(int training, int validation, int vocabulary) {
    times.lap("Reading and analysing");
  }

  @Override
  public void epochStarted(int epoch, int documents) {
    started = System.nanoTime();
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    double seconds = (System.nanoTime() - started) / NANOS;
    epochs.put(metrics.epoch(), seconds);
    times.add("Epoch " + metrics.epoch(), seconds);
  }

  /** Of one epoch; not of one before the training was resumed. */
  OptionalDouble epoch(int epoch) {
    return epochs.containsKey(epoch)
        ? OptionalDouble.of(epochs.get(epoch))
        : OptionalDouble.empty();
  }

  /** The model is written. */
  Times trained() {
    times.lap("Training as a whole");
    return times;
  }
}
