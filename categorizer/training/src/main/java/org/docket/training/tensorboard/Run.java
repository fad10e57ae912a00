/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.docket.training.EpochMetrics;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.TrainingData;
import org.docket.vocabulary.Vocabulary;
import org.tensorflow.framework.Summary;

/**
 * The files of one training, which TensorBoard takes for two runs, {@code train} and {@code
 * validation}. The parameters stand in the latter: TensorBoard compares trainings by the scalars of
 * the run that has them.
 */
final class Run implements Closeable {

  static final String TRAIN = "train";
  static final String VALIDATION = "validation";

  private final RunFolder folder;
  private final EventFile train;
  private final EventFile validation;
  private final Clock clock;

  private Run(RunFolder folder, EventFile train, EventFile validation, Clock clock) {
    this.folder = folder;
    this.train = train;
    this.validation = validation;
    this.clock = clock;
  }

  /** What is trained, and how. */
  record Subject(TrainingData data, TrainingConfig config) {}

  static Run open(RunFolder folder, EventFile.Opener opener) throws IOException {
    Clock clock = Clock.systemUTC();
    EventFile train = EventFile.create(folder.path().resolve(TRAIN), clock, opener);
    try {
      EventFile validation = EventFile.create(folder.path().resolve(VALIDATION), clock, opener);
      return new Run(folder, train, validation, clock);
    } catch (IOException e) {
      train.close();
      throw e;
    }
  }

  Path folder() {
    return folder.path();
  }

  /**
   * Writes what comes before the first step.
   *
   * @param history of the epochs that came before; none if the training begins
   * @param step the first one
   */
  void begin(Subject subject, List<EpochMetrics> history, long step) throws IOException {
    if (folder.isNew()) {
      describe(subject);
      for (EpochMetrics epoch : history) { // of a training that was not shown until now
        addEpoch(epoch, List.of(), List.of());
      }
    } else {
      train.restartAt(step); // an epoch that was broken off begins anew
    }
    flush();
  }

  private void describe(Subject subject) throws IOException {
    TrainingConfig config = subject.config();
    Vocabulary vocabulary = subject.data().corpus().vocabulary();
    int words = Projector.words(vocabulary, config.network().embedding());
    train.add(
        0,
        List.of(
            Summaries.text("corpus", RunText.corpus(subject.data(), words)),
            Summaries.text("preset", RunText.preset(config))));
    validation.add(0, List.of(Parameters.start(folder.name(), config.parameters(), seconds())));
  }

  void addPoint(int step, List<Summary.Value> values) throws IOException {
    train.add(step, values);
    flush(); // so that nothing is lost, whatever ends the process
  }

  void addEpoch(EpochMetrics metrics, List<Summary.Value> histograms, List<Summary.Value> images)
      throws IOException {
    List<Summary.Value> training = new ArrayList<>(EpochValues.train(metrics));
    training.addAll(histograms);
    train.add(metrics.epoch(), training);
    List<Summary.Value> validated = new ArrayList<>(EpochValues.validation(metrics));
    validated.addAll(images);
    validation.add(metrics.epoch(), validated);
    flush();
  }

  void finish(TrainingResult result) throws IOException {
    validation.add(result.best().epoch(), EpochValues.chosen(result.best()));
    validation.add(result.history().size(), List.of(Parameters.end(seconds())));
    flush();
    Projector.write(
        folder.path().resolve(TRAIN),
        result.model().vocabulary(),
        result.model().network().embedding());
  }

  private double seconds() {
    return clock.millis() / 1000.0;
  }

  private void flush() throws IOException {
    train.flush();
    validation.flush();
  }

  @Override
  public void close() throws IOException {
    try (train) {
      validation.close();
    }
  }
}
