/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

/** Watches a training. Called by the thread that trains; what it throws ends the training. */
public interface TrainingProgress {

  /** Watches nothing. */
  TrainingProgress NONE = new TrainingProgress() {};

  /**
   * The texts are encoded.
   *
   * @param training how many texts are trained on
   * @param validation how many are validated on
   * @param vocabulary how many ids there are
   */
  default void encoded(int training, int validation, int vocabulary) {}

  /**
   * The n-gram part is learned.
   *
   * @param bigrams how many it has
   * @param accuracy of it alone, on the texts to validate on
   */
  default void ngramsLearned(int bigrams, double accuracy) {}

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
   * An epoch has ended, and its checkpoint is on the disk.
   *
   * @param best whether it is the best so far
   */
  default void epochDone(EpochMetrics metrics, boolean best) {}

  /**
   * Whether to go on, if there are epochs left. If not, the training ends as usual, with the best
   * epoch so far, and its checkpoint stays to be resumed from.
   *
   * @param last the epoch that has just ended
   */
  default boolean wantsMore(EpochMetrics last) {
    return true;
  }
}
