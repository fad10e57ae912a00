/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.List;
import org.docket.evaluation.Evaluation;
import org.docket.training.network.TrainableNetwork;

/** Watches a training. Called by the thread that trains; what it throws ends the training. */
public interface TrainingProgress {

  /** Watches nothing. */
  TrainingProgress NONE = new TrainingProgress() {};

  /** Many watch; they are called in their order. The training goes on while all of them want. */
  static TrainingProgress all(List<TrainingProgress> watchers) {
    return new WatchedByMany(watchers);
  }

  /**
   * The texts are encoded.
   *
   * @param training how many texts are trained on
   * @param validation how many are validated on
   * @param vocabulary how many ids there are
   */
  default void encoded(int training, int validation, int vocabulary) {}

  /**
   * Work begins that is no epoch, such as learning n-grams.
   *
   * @param task what is done, in a word or two
   * @param steps how many there will be; -1 if it has none
   */
  default void taskStarted(String task, int steps) {}

  /** A step of the task is done. */
  default void taskStep() {}

  /** The task is done. */
  default void taskDone() {}

  /**
   * The n-gram part is learned.
   *
   * @param bigrams how many it has
   * @param accuracy of it alone, on the texts to validate on
   */
  default void ngramsLearned(int bigrams, double accuracy) {}

  /**
   * The network is made, or read from a checkpoint, and has made no step since. Listeners that want
   * to see its steps can be added; nobody may change it.
   *
   * @param fingerprint of data and configuration: that of the same training, when it goes on
   * @param history of the epochs of an interrupted training that goes on; otherwise none
   */
  default void networkReady(
      TrainableNetwork network, String fingerprint, List<EpochMetrics> history) {}

  /** An interrupted training goes on after this epoch. */
  default void resumed(EpochMetrics last) {}

  /**
   * An epoch begins.
   *
   * @param epoch from 1
   * @param documents how many it has
   */
  default void epochStarted(int epoch, int documents) {}

  /** A batch has been learned. */
  default void batchDone(int documents) {}

  /**
   * The texts to validate on have been answered after an epoch.
   *
   * @param evaluation of the whole model as of this epoch, calibrated
   */
  default void validated(Evaluation evaluation) {}

  /**
   * An epoch has ended, and its checkpoint is on the disk.
   *
   * @param best whether it is the best so far
   */
  default void epochDone(EpochMetrics metrics, boolean best) {}

  /**
   * Whether to go on; not asked after the last epoch. If not, the training ends as usual, with the
   * best epoch so far, and its checkpoint stays to be resumed from.
   *
   * @param last the epoch that has just ended, or that the training is resumed after
   */
  default boolean wantsMore(EpochMetrics last) {
    return true;
  }
}
