/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docket.cli.training.work.EpochBar;
import org.docket.cli.training.work.Workplace;
import org.docket.evaluation.Evaluation;
import org.docket.training.HeldOut;
import org.docket.training.Trainer;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;

/**
 * Trains trials on texts that were analysed once, all on the same training part; each has a
 * checkpoint to go on from. All are measured on the whole validation part, also on documents
 * without a known word, which may differ from length to length. For one thread.
 */
final class TrialTrainings implements Search.Trainings {

  private final SearchSpace space;
  private final AnalysedCorpus texts;
  private final BitSet training;
  private final BitSet validation;
  private final Workplace place;
  private final Map<Integer, EncodedCorpus> byLength = new TreeMap<>();

  /**
   * Takes what is trained on.
   *
   * @param texts analysed with the longest texts of the space
   */
  TrialTrainings(SearchSpace space, AnalysedCorpus texts, BitSet validation, Workplace place) {
    this.space = space;
    this.texts = texts;
    this.validation = validation;
    this.training = texts.allBut(validation);
    this.place = place;
  }

  @Override
  public Score train(Trial trial, int epochs) {
    long start = System.nanoTime();
    TrainingConfig config = space.config(trial.changes());
    EncodedCorpus corpus = corpus(config);
    TrainingResult result = train(trial, epochs, config, corpus);
    HeldOut held = answers(result, corpus);
    Evaluation evaluation = held.evaluation();
    return new Score(
        result.history().size(),
        result.best().epoch(),
        held.logLoss(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        (System.nanoTime() - start) / 1e9);
  }

  /** What the model of a trial that went to the end answers to the validation part. */
  HeldOut answers(Trial trial) {
    TrainingConfig config = space.config(trial.changes());
    EncodedCorpus corpus = corpus(config);
    int all = config.optimization().epochs();
    return answers(train(trial, all, config, corpus), corpus);
  }

  private TrainingResult train(
      Trial trial, int epochs, TrainingConfig config, EncodedCorpus corpus) {
    String task = "trial " + trial.number();
    try (EpochBar bar = new EpochBar(task, config.optimization().epochs(), epochs)) {
      TrainingData data = new TrainingData(corpus, List.of(), List.of());
      return Trainer.train(data, config, checkpoint(trial), true, bar);
    }
  }

  private HeldOut answers(TrainingResult result, EncodedCorpus corpus) {
    return HeldOut.of(result.model(), corpus, texts.held(validation, corpus));
  }

  private EncodedCorpus corpus(TrainingConfig config) {
    return byLength.computeIfAbsent(
        config.text().analysis().maxTokens(),
        tokens -> texts.limitedTo(tokens).corpus(training, validation));
  }

  @Override
  public void drop(Trial trial) throws IOException {
    Files.deleteIfExists(checkpoint(trial));
  }

  private Path checkpoint(Trial trial) {
    return place.file("trial-" + trial.number() + ".checkpoint");
  }

  /** Deletes the checkpoints of all trials, also of an earlier search that had more. */
  void dropAll() throws IOException {
    String pattern = checkpoint(Trial.of(0, Map.of())).getFileName().toString();
    String start = pattern.substring(0, pattern.length() - "0.checkpoint".length());
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(place.folder(), file -> isCheckpoint(file, start))) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean isCheckpoint(Path file, String start) {
    String name = file.getFileName().toString();
    return name.startsWith(start) && name.substring(start.length()).matches("\\d+\\.checkpoint");
  }
}
