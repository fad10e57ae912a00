/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.opennlp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.ml.AbstractTrainer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.model.ChecksumEventStream;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.InsufficientTrainingDataException;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.model.BaseModel;
import org.docket.error.DocketException;
import org.docket.model.CategorizerModel;
import org.docket.opennlp.LstmModel;
import org.docket.training.Trainer;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedCorpusBuilder;
import org.docket.training.data.TrainingData;
import org.docket.training.network.NativeLibraries;

/**
 * Trains Docket's network from OpenNLP's events. A parameters file names this class as {@code
 * Algorithm}; its other keys are those of Docket's presets, see {@code
 * conf/training/opennlp-lstm.params}.
 *
 * <p>An event is a document: its context holds the document's tokens in the order of the text, its
 * outcome is the category, which the model has exactly as it is here, escapes included. A seeded
 * part of the documents ({@code training.validationShare}) is not trained on, but chooses the epoch
 * and calibrates the probabilities. Of the documents no more is held than the numbers of their
 * tokens, and when there are many, those are in a file in Java's folder for temporary files.
 *
 * <p>OpenNLP makes one instance per training. One training at a time in a JVM.
 */
public final class LstmTrainer extends AbstractTrainer implements EventTrainer {

  /** For OpenNLP, which then calls {@code init}. */
  public LstmTrainer() {}

  /**
   * {@inheritDoc}
   *
   * @throws DocketException if a parameter is not known or not allowed; the message names it
   */
  @Override
  public void validate() {
    super.validate();
    config();
  }

  /**
   * {@inheritDoc}
   *
   * @throws InsufficientTrainingDataException if there are fewer than two categories, or none with
   *     two documents
   * @throws DocketException if a parameter or a feature is not one that this trainer knows, or if
   *     the training diverges
   */
  @Override
  public MaxentModel train(ObjectStream<Event> events) throws IOException {
    validate();
    TrainingConfig config = config();
    NativeLibraries.requireFolder(); // before the events are read
    Path checkpoint = checkpoint();
    try (EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(config.text(), checkpoint.toAbsolutePath().getParent())) {
      ChecksumEventStream counted = new ChecksumEventStream(events);
      EventOutcomes outcomes = EventOutcomes.read(counted, builder::addTraining);
      addToReport(
          BaseModel.TRAINING_EVENTHASH_PROPERTY, String.valueOf(counted.calculateChecksum()));
      addToReport(TrainingParameters.TRAINER_TYPE_PARAM, EventTrainer.EVENT_VALUE);
      return new LstmModel(outcomes.named(train(builder, config, checkpoint)));
    } finally {
      Files.deleteIfExists(checkpoint);
    }
  }

  /**
   * Not possible.
   *
   * @throws UnsupportedOperationException always: an indexer has lost the order of the words
   */
  @Override
  public MaxentModel train(DataIndexer indexer) {
    throw new UnsupportedOperationException(
        "an LSTM needs the words of a document in their order, which a DataIndexer does not keep;"
            + " call train(ObjectStream<Event>)");
  }

  private static Path checkpoint() {
    try {
      return Files.createTempFile("docket-", ".checkpoint");
    } catch (IOException e) {
      throw new DocketException(
          "the training needs a folder for temporary files, but "
              + System.getProperty("java.io.tmpdir")
              + " cannot be written; name another one with java -Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  private TrainingConfig config() {
    return LstmParameters.config(trainingParameters);
  }

  private static CategorizerModel train(
      EncodedCorpusBuilder builder, TrainingConfig config, Path checkpoint)
      throws InsufficientTrainingDataException {
    OptimizationConfig optimization = config.optimization();
    try (EncodedCorpus corpus =
        builder
            .split(optimization.validationShare(), optimization.seed())
            .orElseThrow(
                () ->
                    new InsufficientTrainingDataException(
                        "no category has two documents of which one could be split off for"
                            + " validation"))) {
      TrainingData data = new TrainingData(corpus, List.of(), List.of());
      LoggedProgress progress = new LoggedProgress(optimization.epochs());
      corpus.remark().ifPresent(progress::remark);
      return Trainer.train(data, config, checkpoint, false, progress).model();
    }
  }
}
