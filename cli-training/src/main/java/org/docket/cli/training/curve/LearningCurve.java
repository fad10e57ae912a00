/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.curve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.docket.cli.training.work.EpochBar;
import org.docket.cli.training.work.Lost;
import org.docket.cli.training.work.Workplace;
import org.docket.training.HeldOut;
import org.docket.training.Trainer;
import org.docket.training.TrainingResult;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.TrainingData;

/**
 * Trains on parts of the documents, small ones several times, and measures all models on the same
 * validation part. Each has the vocabulary of its own part, as if no more had been labelled. For
 * one run.
 */
public final class LearningCurve {

  private static final double[] SHARES = {0.1, 0.25, 0.5};

  /** Small parts differ most. */
  private static final int[] REPEATS = {3, 3, 2};

  private final AnalysedCorpus texts;
  private final TrainingConfig config;
  private final TrainingData whole;
  private final Workplace place;
  private final BitSet validation;
  private final BitSet training;

  /**
   * Takes what is learned from.
   *
   * @param whole all of the texts, as they are trained on without a curve
   */
  public LearningCurve(
      AnalysedCorpus texts, TrainingConfig config, TrainingData whole, Workplace place) {
    this.texts = texts;
    this.config = config;
    this.whole = whole;
    this.place = place;
    this.validation =
        texts.validation().isEmpty()
            ? texts.split(config.optimization().validationShare(), config.optimization().seed())
            : texts.validation();
    this.training = texts.allBut(validation);
  }

  /** Gets what is measured, as soon as it is. */
  @FunctionalInterface
  public interface Listener {

    /** A size is done. */
    void done(CurvePoint point);
  }

  /**
   * Trains on all parts.
   *
   * @param trainWhole trains on all documents
   */
  public Curve run(Supplier<TrainingResult> trainWhole, Listener listener) throws IOException {
    List<CurvePoint> points = new ArrayList<>();
    for (int size = 0; size < SHARES.length; size++) {
      points.add(point(SHARES[size], REPEATS[size]));
      listener.done(points.get(size));
    }
    TrainingResult result = trainWhole.get();
    EncodedCorpus corpus = whole.corpus();
    EncodedTexts held = texts.held(validation, corpus);
    CurveRun run =
        CurveRun.of(1, 1, training.cardinality(), HeldOut.of(result.model(), corpus, held));
    points.add(new CurvePoint(1, run.documents(), List.of(run), Optional.empty()));
    listener.done(points.get(points.size() - 1));
    int[] gold = new int[held.size()];
    Arrays.setAll(gold, held::label);
    return Curve.of(corpus.categories(), points, gold, config.optimization().seed());
  }

  private CurvePoint point(double share, int repeats) throws IOException {
    List<CurveRun> runs = new ArrayList<>();
    Optional<String> failure = Optional.empty();
    int documents = 0;
    for (int repeat = 1; repeat <= repeats && failure.isEmpty(); repeat++) {
      BitSet part = subsets(repeat).share(share);
      documents = part.cardinality();
      String task =
          String.format(Locale.ROOT, "%.0f %% of the documents, draw %d", 100 * share, repeat);
      try {
        runs.add(run(task, share, repeat, part));
      } catch (RuntimeException | OutOfMemoryError e) {
        failure = Optional.of(Lost.reason(e));
      }
    }
    return new CurvePoint(share, documents, failure.isPresent() ? List.of() : runs, failure);
  }

  private Subsets subsets(int repeat) {
    return new Subsets(training, texts.categories(), config.optimization().seed(repeat));
  }

  private CurveRun run(String task, double share, int repeat, BitSet part) throws IOException {
    Path checkpoint = place.file("part.checkpoint");
    try (EncodedCorpus corpus = texts.corpus(part, validation);
        EpochBar bar = new EpochBar(task, config.optimization().epochs())) {
      TrainingData data = new TrainingData(corpus, List.of(), List.of());
      TrainingResult result = Trainer.train(data, config, checkpoint, false, bar);
      HeldOut held = HeldOut.of(result.model(), corpus, texts.held(validation, corpus));
      return CurveRun.of(share, repeat, part.cardinality(), held);
    } finally {
      Files.deleteIfExists(checkpoint);
    }
  }
}
