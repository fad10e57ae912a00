/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.util.List;
import java.util.function.Consumer;
import org.docket.evaluation.Evaluation;
import org.docket.training.network.TrainableNetwork;

/** Hands on to many what one is told. */
final class WatchedByMany implements TrainingProgress {

  private final List<TrainingProgress> watchers;

  WatchedByMany(List<TrainingProgress> watchers) {
    this.watchers = List.copyOf(watchers);
  }

  private void tell(Consumer<TrainingProgress> what) {
    watchers.forEach(what);
  }

  @Override
  public void encoded(int training, int validation, int vocabulary) {
    tell(watcher -> watcher.encoded(training, validation, vocabulary));
  }

  @Override
  public void taskStarted(String task, int steps) {
    tell(watcher -> watcher.taskStarted(task, steps));
  }

  @Override
  public void taskStep() {
    tell(TrainingProgress::taskStep);
  }

  @Override
  public void taskDone() {
    tell(TrainingProgress::taskDone);
  }

  @Override
  public void ngramsLearned(int bigrams, double accuracy) {
    tell(watcher -> watcher.ngramsLearned(bigrams, accuracy));
  }

  @Override
  public void networkReady(
      TrainableNetwork network, String fingerprint, List<EpochMetrics> history) {
    tell(watcher -> watcher.networkReady(network, fingerprint, history));
  }

  @Override
  public void resumed(EpochMetrics last) {
    tell(watcher -> watcher.resumed(last));
  }

  @Override
  public void epochStarted(int epoch, int documents) {
    tell(watcher -> watcher.epochStarted(epoch, documents));
  }

  @Override
  public void batchDone(int documents) {
    tell(watcher -> watcher.batchDone(documents));
  }

  @Override
  public void validated(Evaluation evaluation) {
    tell(watcher -> watcher.validated(evaluation));
  }

  @Override
  public void epochDone(EpochMetrics metrics, boolean best) {
    tell(watcher -> watcher.epochDone(metrics, best));
  }

  /** Each of them is asked: some do their work then. */
  @Override
  public boolean wantsMore(EpochMetrics last) {
    return watchers.stream().filter(watcher -> !watcher.wantsMore(last)).count() == 0;
  }
}
