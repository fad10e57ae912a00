/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.PrintWriter;
import java.util.Locale;
import org.docket.cli.Progress;
import org.docket.cli.terminal.Terminal;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingProgress;

/** Shows a training: progress within an epoch, and a line for each epoch; and lets it be ended. */
final class EpochLines implements TrainingProgress, AutoCloseable {

  private final PrintWriter out;
  private final EpochTable table;
  private final TrainingInterrupt interrupt;
  private final int epochs;
  private Progress progress;
  private long started;
  private int epoch;
  private int documents;
  private int learned;

  EpochLines(PrintWriter out, Terminal terminal, int epochs, TrainingInterrupt interrupt) {
    this.out = out;
    this.table = new EpochTable(out, terminal);
    this.epochs = epochs;
    this.interrupt = interrupt;
  }

  @Override
  public void encoded(int training, int validation, int vocabulary) {
    say(
        "%,d documents to train on, %,d to validate on, %,d words",
        training, validation, vocabulary - 1);
  }

  @Override
  public void taskStarted(String task, int steps) {
    close();
    progress = Progress.passing(task, "", steps);
  }

  @Override
  public void taskStep() {
    progress.step(1);
  }

  @Override
  public void taskDone() {
    close();
  }

  @Override
  public void ngramsLearned(int bigrams, double accuracy) {
    say(
        "%,d bigrams beside the network; n-grams alone get %.4f of the validation part right%n",
        bigrams, accuracy);
  }

  @Override
  public void resumed(EpochMetrics last) {
    say("resumed after epoch %d", last.epoch());
    interrupt.resumed(last.epoch());
  }

  @Override
  public void epochStarted(int number, int size) {
    table.head();
    epoch = number;
    documents = size;
    learned = 0;
    started = System.nanoTime();
    interrupt.epochStarted(number, size);
    progress = Progress.passing("epoch " + place(), "documents", size);
  }

  @Override
  public void batchDone(int more) {
    progress.step(more);
    interrupt.learned(more);
    learned += more;
    if (learned == documents) {
      taskStarted("scoring " + place(), -1);
    }
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    close();
    interrupt.epochEnded();
    double time = (System.nanoTime() - started) / 1e9;
    table.add(metrics, best, time);
  }

  @Override
  public boolean wantsMore(EpochMetrics last) {
    return interrupt.wantsMore();
  }

  /** Sums the epochs up. */
  void sum() {
    table.sum();
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }

  private String place() {
    return epoch + "/" + epochs;
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
