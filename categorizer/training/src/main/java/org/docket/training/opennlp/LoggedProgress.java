/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a training to the log, as OpenNLP's own trainers do: a line an epoch, and a sign of life.
 */
final class LoggedProgress implements TrainingProgress {

  private static final Logger LOG = LoggerFactory.getLogger(LstmTrainer.class);
  private static final long SIGN_OF_LIFE = Duration.ofSeconds(15).toNanos();

  private final int epochs;
  private final Consumer<String> out;
  private int epoch;
  private int documents;
  private int done;
  private long started;
  private long shown;

  LoggedProgress(int epochs) {
    this(epochs, LOG::info);
  }

  /**
   * Starts.
   *
   * @param out gets each line
   */
  LoggedProgress(int epochs, Consumer<String> out) {
    this.epochs = epochs;
    this.out = out;
  }

  /** What a person should know of the data. */
  void remark(String line) {
    out.accept(line);
  }

  @Override
  public void encoded(int training, int validation, int vocabulary) {
    log(
        "%,d documents to train on, %,d to validate on, %,d words",
        training, validation, vocabulary - 1);
  }

  @Override
  public void epochStarted(int number, int count) {
    epoch = number;
    documents = count;
    done = 0;
    started = System.nanoTime();
    shown = started;
  }

  @Override
  public void batchDone(int count) {
    done += count;
    long now = System.nanoTime();
    if (now - shown > SIGN_OF_LIFE && done < documents) {
      shown = now;
      log("epoch %d/%d: %,d of %,d documents", epoch, epochs, done, documents);
    }
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    log(
        "epoch %d/%d: loss %.4f, accuracy %.4f; validation: loss %.4f, accuracy %.4f, macro-F1"
            + " %.4f%s (%.1f s)",
        metrics.epoch(),
        epochs,
        metrics.training().loss(),
        metrics.training().accuracy(),
        metrics.validation().loss(),
        metrics.validation().accuracy(),
        metrics.validation().macroF1(),
        best ? ", best so far" : "",
        (System.nanoTime() - started) / 1e9);
  }

  private void log(String format, Object... arguments) {
    out.accept(String.format(Locale.ROOT, format, arguments));
  }
}
