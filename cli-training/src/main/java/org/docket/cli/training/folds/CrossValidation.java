/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.folds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.docket.cli.training.work.EpochBar;
import org.docket.cli.training.work.Notes;
import org.docket.cli.training.work.Workplace;
import org.docket.corpus.Folds;
import org.docket.error.DocketException;
import org.docket.training.HeldOut;
import org.docket.training.Trainer;
import org.docket.training.TrainingResult;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.AnalysedCorpus;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.TrainingData;

/**
 * Cross-validation (Stone 1974; stratified, Kohavi 1995). The model of a fold learns from the other
 * folds, but for a part of them that chooses its epoch and its temperature: were the fold itself to
 * choose, it would be told of what it is to judge. Each model has a vocabulary of its own, for the
 * same reason. For one run.
 */
public final class CrossValidation {

  private static final String WHAT = "cross-validation";

  private final AnalysedCorpus texts;
  private final TrainingConfig config;
  private final Folds folds;
  private final Workplace place;

  /** The record of its notes. */
  record Done(List<FoldScore> folds) {}

  /**
   * Puts the documents into folds.
   *
   * @param texts that are learned from, and behind them those that are to choose epochs, if any
   * @param count how many folds
   * @throws DocketException if the texts are not enough for so many
   */
  public CrossValidation(AnalysedCorpus texts, TrainingConfig config, int count, Workplace place) {
    this.texts = texts;
    this.config = config;
    this.place = place;
    this.folds =
        Folds.of(
            texts.groupKeys(texts.training()),
            texts.measurable(),
            texts.categoryNames(),
            count,
            config.optimization().seed());
  }

  /**
   * Trains a model for each fold.
   *
   * @param resume whether to leave out the folds that are noted already
   * @param listener gets each fold's score
   */
  public FoldScores run(boolean resume, Consumer<FoldScore> listener) throws IOException {
    Path notes = place.file("folds");
    String fingerprint = config.parameters() + " " + folds.count() + " " + texts.fingerprint();
    List<FoldScore> done = new ArrayList<>();
    if (resume) {
      Notes.read(notes, fingerprint, Done.class, WHAT).ifPresent(d -> done.addAll(d.folds()));
    }
    done.forEach(listener);
    while (done.size() < folds.count()) {
      FoldScore score = train(done.size(), resume);
      done.add(score);
      new Notes<>(fingerprint, new Done(done)).write(notes);
      Files.deleteIfExists(checkpoint(score.fold()));
      listener.accept(score);
    }
    return new FoldScores(done);
  }

  /** Deletes its notes; not before all is written that they are for. */
  public void finish() throws IOException {
    Files.deleteIfExists(place.file("folds"));
  }

  private FoldScore train(int index, boolean resume) {
    int fold = index + 1;
    long start = System.nanoTime();
    String task = String.format(Locale.ROOT, "fold %d of %d", fold, folds.count());
    try (EncodedCorpus corpus = corpus(index);
        EpochBar bar = new EpochBar(task, config.optimization().epochs())) {
      TrainingData data = new TrainingData(corpus, List.of(), List.of());
      TrainingResult result = Trainer.train(data, config, checkpoint(fold), resume, bar);
      HeldOut held = HeldOut.of(result.model(), corpus, texts.held(folds.documents(index), corpus));
      return FoldScore.of(fold, corpus, result, held, (System.nanoTime() - start) / 1e9);
    } catch (DocketException e) {
      throw new DocketException(task + ": " + e.getMessage(), e);
    }
  }

  private Path checkpoint(int fold) {
    return place.file("fold-" + fold + ".checkpoint");
  }

  /** The other folds, but for what chooses the epoch. */
  private EncodedCorpus corpus(int index) {
    BitSet held = folds.documents(index);
    BitSet others = texts.allBut(held);
    others.andNot(texts.validation());
    BitSet validation = texts.validation().isEmpty() ? split(others) : given(held);
    others.andNot(validation);
    return texts.corpus(others, validation);
  }

  private BitSet split(BitSet others) {
    OptimizationConfig optimization = config.optimization();
    BitSet validation = texts.split(others, optimization.validationShare(), optimization.seed());
    if (validation.isEmpty()) {
      throw new DocketException(
          "there are too few documents to split off a validation part; give --validation, or fewer"
              + " folds");
    }
    return validation;
  }

  /** What was given to validate on, without what begins as a held document does. */
  private BitSet given(BitSet held) {
    long[] keys = texts.groupKeys(texts.size());
    Set<Long> heldKeys = new HashSet<>();
    held.stream().forEach(document -> heldKeys.add(keys[document]));
    BitSet kept = new BitSet();
    texts.validation().stream().filter(d -> !heldKeys.contains(keys[d])).forEach(kept::set);
    if (kept.isEmpty()) {
      throw new DocketException(
          "all documents of --validation are among those of the fold; leave it out");
    }
    return kept;
  }
}
