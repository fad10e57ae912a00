/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.tensorboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tensorflow.framework.Summary;

/**
 * Watches Deeplearning4j's steps: means over some of them, and at the last one of an epoch the
 * histograms of gradients and weights. Those wait until the epoch is kept.
 */
final class StepListener extends BaseTrainingListener {

  /** Steps from one point of the charts to the next: seeing each would cost a tenth of it. */
  static final int STEPS = 20;

  /** One of so many steps tells how many texts are right, which its output is computed anew for. */
  private static final int COUNTED = 4;

  /** Where points go. */
  @FunctionalInterface
  interface Points {

    /**
     * A point.
     *
     * @param step from 1 over the whole training
     */
    void add(int step, List<Summary.Value> values);
  }

  private final Points points;
  private final StepWindow window = new StepWindow();
  private final List<Summary.Value> histograms = new ArrayList<>();
  private int documentsLeft;
  private float[] features;
  private double gradientNorm;

  StepListener(Points points) {
    this.points = points;
  }

  void startEpoch(int documents) {
    documentsLeft = documents;
    histograms.clear();
    window.start(System.nanoTime());
  }

  /** Of the gradients and weights at the end of the epoch. */
  List<Summary.Value> histograms() {
    return List.copyOf(histograms);
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    NetworkView view = view(model);
    if (isCounted(view)) {
      features = view.features(activations);
    }
  }

  @Override
  public void onBackwardPass(Model model) {
    NetworkView view = view(model);
    if (isCounted(view)) {
      window.count(view.batchSize(), view.right(features));
    }
  }

  @Override
  public void onGradientCalculation(Model model) {
    NetworkView view = view(model);
    if (isShown(view)) {
      gradientNorm = view.gradientNorm();
    }
    if (isLast(view)) {
      view.forEachGradient((name, values) -> addHistogram("gradients/" + name, values));
    }
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    NetworkView view = view(model);
    window.add(view.batchSize(), model.score());
    if (isShown(view)) {
      long now = System.nanoTime();
      List<Summary.Value> values = window.values(now);
      values.add(Summaries.scalar("step/learning_rate", view.learningRate()));
      values.add(Summaries.scalar("step/gradient_norm", gradientNorm));
      points.add(iteration + 1, values);
      window.start(now);
    }
    if (isLast(view)) {
      view.forEachWeight((name, values) -> addHistogram("weights/" + name, values));
    }
    documentsLeft -= view.batchSize();
  }

  private void addHistogram(String tag, float[] values) {
    Histograms.of(values).ifPresent(h -> histograms.add(Summaries.histogram(tag, h)));
  }

  /** An epoch's last steps are too, however few: the next point would mix two epochs. */
  private boolean isShown(NetworkView view) {
    return (view.iteration() + 1) % STEPS == 0 || isLast(view);
  }

  private boolean isCounted(NetworkView view) {
    return (view.iteration() + 1) % COUNTED == 0 || isShown(view);
  }

  private boolean isLast(NetworkView view) {
    return documentsLeft <= view.batchSize();
  }

  private static NetworkView view(Model model) {
    return new NetworkView((ComputationGraph) model);
  }
}
