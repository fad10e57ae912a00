/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.PrintWriter;
import java.util.Locale;
import org.docket.cli.Progress;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingProgress;

/** Shows a training on the terminal: a progress bar within an epoch, and a line for each epoch. */
final class EpochLines implements TrainingProgress, AutoCloseable {

  private final PrintWriter out;
  private final int epochs;
  private Progress bar;
  private long started;
  private boolean headed;

  EpochLines(PrintWriter out, int epochs) {
    this.out = out;
    this.epochs = epochs;
  }

  @Override
  public void encoded(int training, int validation, int vocabulary) {
    out.printf(
        Locale.ROOT,
        "%,d documents to train on, %,d to validate on, %,d words%n",
        training,
        validation,
        vocabulary - 1);
    out.flush();
  }

  @Override
  public void ngramsLearned(int bigrams, double accuracy) {
    out.printf(
        Locale.ROOT,
        "%,d bigrams beside the network; n-grams alone get %.4f of the validation part right%n%n",
        bigrams,
        accuracy);
    out.flush();
  }

  @Override
  public void resumed(EpochMetrics last) {
    out.println("resumed after epoch " + last.epoch());
    out.flush();
  }

  @Override
  public void epochStarted(int epoch, int documents) {
    if (!headed) {
      out.println("epoch     loss  accuracy | validation: loss  accuracy  macro-F1 | seconds");
      out.flush();
      headed = true;
    }
    started = System.nanoTime();
    bar = new Progress("epoch " + epoch + "/" + epochs, "documents", documents);
  }

  @Override
  public void batchDone(int documents) {
    bar.step(documents);
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    close();
    out.printf(
        Locale.ROOT,
        "%5d  %7.4f  %8.4f |       %10.4f  %8.4f  %8.4f | %7.1f%s%n",
        metrics.epoch(),
        metrics.training().loss(),
        metrics.training().accuracy(),
        metrics.validation().loss(),
        metrics.validation().accuracy(),
        metrics.validation().macroF1(),
        (System.nanoTime() - started) / 1e9,
        best ? "  best" : "");
    out.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
