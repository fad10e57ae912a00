/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import org.docket.cli.Progress;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingProgress;

/** Shows one of many trainings on the terminal: a progress bar within an epoch, and no lines. */
public final class EpochBar implements TrainingProgress, AutoCloseable {

  private final String task;
  private final int epochs;
  private final int until;
  private Progress bar;

  /** For a training that goes on to its end. */
  public EpochBar(String task, int epochs) {
    this(task, epochs, epochs);
  }

  /**
   * For a training.
   *
   * @param task what is trained
   * @param epochs that the preset has
   * @param until the epoch that it is to end with
   */
  public EpochBar(String task, int epochs, int until) {
    this.task = task;
    this.epochs = epochs;
    this.until = until;
  }

  @Override
  public void epochStarted(int epoch, int documents) {
    close();
    bar = Progress.passing(task + ", epoch " + epoch + "/" + epochs, "documents", documents);
  }

  @Override
  public void batchDone(int documents) {
    bar.step(documents);
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    close();
  }

  @Override
  public boolean wantsMore(EpochMetrics last) {
    return last.epoch() < until;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
