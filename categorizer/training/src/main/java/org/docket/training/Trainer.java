/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.evaluation.Evaluation;
import org.docket.evaluation.LabelledPrediction;
import org.docket.evaluation.RiskCoverage;
import org.docket.inference.LstmNetwork;
import org.docket.kernel.Kernels;
import org.docket.model.CategorizerModel;
import org.docket.model.CategoryNames;
import org.docket.model.ModelSize;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.profile.Profile;
import org.docket.profile.ProfileBuilder;
import org.docket.training.calibration.Temperature;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;
import org.docket.training.network.EpochBatches;
import org.docket.training.network.Nd4jSettings;
import org.docket.training.network.TrainableNetwork;
import org.docket.training.network.TrainingBatch;
import org.docket.training.ngram.Ngrams;
import org.docket.vocabulary.Vocabulary;

/**
 * Trains a categorizer: corpus to tokens, vocabulary, batches, network; after each epoch scores and
 * a checkpoint; at the end the best epoch's weights, calibrated.
 *
 * <p>The same data and configuration give the same model. For that Deeplearning4j is held to one
 * thread, which is also its fastest with recurrent layers, until the training is over. One training
 * at a time in a JVM.
 */
public final class Trainer {

  /** Training texts that are scored after each epoch; all of them would take too long. */
  private static final int SAMPLE = 2000;

  private final TrainingData data;
  private final TrainingConfig config;
  private final TrainingProgress progress;
  private final EncodedCorpus corpus;
  private final NetworkShape shape;
  private final Scorer trainingScorer;
  private final Scorer validationScorer;
  private Optional<Ngrams> ngrams = Optional.empty();

  private Trainer(TrainingData data, TrainingConfig config, TrainingProgress progress) {
    this.data = data;
    this.config = config;
    this.progress = progress;
    this.corpus = data.corpus();
    int categories = corpus.categories().size();
    this.shape = config.network().shape(corpus.vocabulary().size(), categories);
    this.trainingScorer =
        Scorer.onSample(
            corpus.categories(), corpus.training(), SAMPLE, config.optimization().seed());
    this.validationScorer = Scorer.onAll(corpus.categories(), corpus.validation());
  }

  /**
   * Trains, from the start or from a checkpoint.
   *
   * @param checkpoint the file that is written after each epoch
   * @param resume whether to go on from that file; without the file, training starts
   * @throws DocketException if the data or the checkpoint are not usable, if the model would be too
   *     large to be read or does not fit into the heap, or if the training diverges
   */
  public static TrainingResult train(
      TrainingData data,
      TrainingConfig config,
      Path checkpoint,
      boolean resume,
      TrainingProgress progress) {
    Kernels.best(); // complains of a wrong system property, before work is lost
    Trainer trainer = new Trainer(data, config, progress);
    ModelSize.requireWritable(trainer.shape);
    LstmNetwork.requireRoom(trainer.shape); // in which each epoch is scored
    progress.encoded(
        trainer.corpus.training().size(),
        trainer.corpus.validation().size(),
        trainer.corpus.vocabulary().size());
    Nd4jSettings before = Nd4jSettings.forTraining();
    try {
      return trainer.run(checkpoint, resume);
    } finally {
      before.restore();
    }
  }

  private TrainingResult run(Path file, boolean resume) {
    String fingerprint = Fingerprint.of(corpus, config);
    Optional<Checkpoint> start =
        resume && Files.exists(file)
            ? Optional.of(Checkpoint.read(file, fingerprint, shape))
            : Optional.empty();
    ngrams = ngrams();
    ngrams.ifPresent(n -> progress.ngramsLearned(n.weights().bigrams(), n.accuracy()));
    TrainableNetwork network =
        start
            .map(Checkpoint::network)
            .orElseGet(() -> TrainableNetwork.of(corpus, config, config.optimization().epochs()));
    List<EpochMetrics> history = new ArrayList<>(start.map(Checkpoint::history).orElse(List.of()));
    float[] best = start.map(Checkpoint::bestParameters).orElseGet(network::parameters);
    progress.networkReady(network, fingerprint, List.copyOf(history));
    start.ifPresent(checkpoint -> progress.resumed(history.get(history.size() - 1)));
    boolean wanted = history.isEmpty() || progress.wantsMore(history.get(history.size() - 1));
    while (wanted && !isOver(history)) {
      EpochMetrics metrics = runEpoch(network, history.size() + 1, kept(history, file));
      history.add(metrics);
      boolean improved = best(history) == metrics;
      best = improved ? network.parameters() : best;
      new Checkpoint(fingerprint, network, history, best).write(file);
      progress.epochDone(metrics, improved);
      wanted = !isOver(history) && progress.wantsMore(metrics);
    }
    network.setParameters(best);
    progress.taskStarted("calibrating", -1);
    NetworkWeights alone = network.weights();
    TrainingResult result =
        result(besideNgrams(alone, validationScorer.logits(new LstmNetwork(alone))), history);
    progress.taskDone();
    return result;
  }

  private Optional<Ngrams> ngrams() {
    if (!config.ngrams().present()) {
      return Optional.empty();
    }
    progress.taskStarted("n-grams", config.ngrams().epochs());
    Optional<Ngrams> learned = Ngrams.ifAny(corpus, config, progress::taskStep);
    progress.taskDone();
    return learned;
  }

  /**
   * The whole model's weights.
   *
   * @param logits of the network alone, for the validation texts
   */
  private NetworkWeights besideNgrams(NetworkWeights alone, List<float[]> logits) {
    return ngrams.map(part -> part.beside(alone, logits)).orElse(alone);
  }

  /** What a training that diverges leaves. */
  private static String kept(List<EpochMetrics> history, Path checkpoint) {
    return history.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "; epoch %d, the best one, is kept in %s",
            best(history).epoch(),
            checkpoint);
  }

  private EpochMetrics runEpoch(TrainableNetwork network, int epoch, String kept) {
    network.startEpoch(config.optimization().seed(epoch));
    EpochBatches batches = new EpochBatches(corpus.training(), shape.categories(), config, epoch);
    progress.epochStarted(epoch, corpus.training().size());
    double objective = 0;
    while (batches.hasNext()) {
      TrainingBatch batch = batches.next();
      double loss = network.fit(batch);
      requireFinite(loss, epoch, network, kept);
      objective += loss * batch.size();
      progress.batchDone(batch.size());
    }
    network.endEpoch();
    NetworkWeights alone = network.weights();
    LstmNetwork serving = new LstmNetwork(alone);
    List<float[]> logits = validationScorer.logits(serving);
    LstmNetwork whole = new LstmNetwork(besideNgrams(alone, logits));
    Scorer.Scored scored = validationScorer.calibratedScore(whole);
    Scores validation = scored.scores();
    // The last step may have spoilt the weights: no batch has seen them yet. Serving, whose models
    // are checked when they are read, takes NaN for a number.
    double sum = network.sumOfWeights();
    requireFinite(Double.isFinite(sum) ? validation.loss() : sum, epoch, network, kept);
    progress.validated(scored.evaluation());
    double mean = objective / corpus.training().size();
    Scores training = trainingScorer.score(serving);
    return new EpochMetrics(epoch, mean, training, validationScorer.score(logits), validation);
  }

  private static void requireFinite(double loss, int epoch, TrainableNetwork network, String kept) {
    Divergence.requireFinite(loss, epoch, network.learningRate(), kept);
  }

  private boolean isOver(List<EpochMetrics> history) {
    int epochs = history.size();
    OptimizationConfig optimization = config.optimization();
    return epochs == optimization.epochs()
        || epochs > 0 && epochs - best(history).epoch() >= optimization.patience();
  }

  /**
   * The epoch with the lowest calibrated loss on validation; of equals the first. Loss, because it
   * weighs each answer: accuracy and F1 change with the few texts that are on the edge, and next to
   * n-grams, which are right from the start, that is noise.
   */
  private static EpochMetrics best(List<EpochMetrics> history) {
    EpochMetrics best = history.get(0);
    for (EpochMetrics epoch : history) {
      if (epoch.validation().loss() < best.validation().loss()) {
        best = epoch;
      }
    }
    return best;
  }

  private TrainingResult result(NetworkWeights weights, List<EpochMetrics> history) {
    List<float[]> logits = validationScorer.logits(new LstmNetwork(weights));
    double temperature = (float) Temperature.fit(logits, validationScorer.labels());
    EpochMetrics best = best(history);
    List<LabelledPrediction> predictions = predictions(logits, temperature);
    CategorizerModel model =
        new CategorizerModel(
            config.text().language(),
            corpus.analysis(),
            corpus.vocabulary(),
            corpus.categories().stream().map(CategoryNames::modelName).toList(),
            corpus.priors(),
            weights,
            (float) temperature,
            Provenance.of(data, corpus, config, best, RiskCoverage.of(predictions)),
            Optional.of(profile(logits, temperature)));
    return new TrainingResult(
        model, history, best, Evaluation.of(corpus.categories(), predictions));
  }

  /** What {@code docket profile} would measure on the validation documents. */
  private Profile profile(List<float[]> logits, double temperature) {
    ProfileBuilder profile = new ProfileBuilder(shape.categories());
    for (int i = 0; i < logits.size(); i++) {
      int[] ids = corpus.validation().ids(i);
      int known = (int) IntStream.of(ids).filter(id -> id != Vocabulary.UNKNOWN).count();
      double[] probabilities = LstmNetwork.softmax(logits.get(i), temperature);
      int best = Scorer.best(probabilities);
      profile.add(known, ids.length, best, probabilities[best]);
    }
    corpus.unanswerable().forEach(text -> profile.add(0, 0, 0, 0));
    return profile.build();
  }

  /** As the model will answer: texts without a known token get the priors. */
  private List<LabelledPrediction> predictions(List<float[]> logits, double temperature) {
    List<LabelledPrediction> predictions =
        new ArrayList<>(validationScorer.predictions(logits, temperature));
    float[] priors = corpus.priors();
    double[] probabilities =
        IntStream.range(0, priors.length).mapToDouble(i -> priors[i]).toArray();
    for (String gold : corpus.unanswerable()) {
      predictions.add(Scorer.prediction(corpus.categories(), gold, probabilities));
    }
    return predictions;
  }
}
