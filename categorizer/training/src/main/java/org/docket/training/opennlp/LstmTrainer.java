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
import org.docket.DocketException;
import org.docket.corpus.LabelledText;
import org.docket.model.CategorizerModel;
import org.docket.opennlp.LstmModel;
import org.docket.training.EncodedCorpus;
import org.docket.training.EncodedCorpusBuilder;
import org.docket.training.OptimizationConfig;
import org.docket.training.Trainer;
import org.docket.training.TrainingConfig;
import org.docket.training.TrainingData;

/**
 * Trains Docket's network from OpenNLP's events. A parameters file names this class as {@code
 * Algorithm}; its other keys are those of Docket's presets, see {@code
 * conf/training/opennlp-lstm.params}.
 *
 * <p>An event is a document: its context holds the document's tokens in the order of the text, its
 * outcome is the category, which the model has exactly as it is here, escapes included. A seeded
 * part of the documents ({@code training.validationShare}) is not trained on, but chooses the epoch
 * and calibrates the probabilities.
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
    ChecksumEventStream counted = new ChecksumEventStream(events);
    EventCorpus corpus = EventCorpus.read(counted);
    addToReport(BaseModel.TRAINING_EVENTHASH_PROPERTY, String.valueOf(counted.calculateChecksum()));
    addToReport(TrainingParameters.TRAINER_TYPE_PARAM, EventTrainer.EVENT_VALUE);
    return new LstmModel(corpus.named(train(corpus.documents(), config())));
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

  private TrainingConfig config() {
    return LstmParameters.config(trainingParameters);
  }

  private static CategorizerModel train(List<LabelledText> documents, TrainingConfig config)
      throws IOException {
    OptimizationConfig optimization = config.optimization();
    Path checkpoint = Files.createTempFile("docket-", ".checkpoint");
    EncodedCorpusBuilder builder =
        new EncodedCorpusBuilder(config.text(), checkpoint.toAbsolutePath().getParent());
    documents.forEach(builder::addTraining);
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
      return Trainer.train(data, config, checkpoint, false, progress).model();
    } finally {
      Files.deleteIfExists(checkpoint);
    }
  }
}
