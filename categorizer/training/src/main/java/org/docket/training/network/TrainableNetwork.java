/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import java.io.IOException;
import java.io.OutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.dl4j.NativeFloats;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network that learns: Deeplearning4j's computation graph, behind what the loop asks of it. Not
 * safe for use by many threads.
 */
public final class TrainableNetwork {

  private final ComputationGraph graph;
  private final NetworkShape shape;

  TrainableNetwork(ComputationGraph graph, NetworkShape shape) {
    this.graph = graph;
    this.shape = shape;
  }

  /**
   * Makes a network to be trained on a corpus, with fresh weights.
   *
   * @param epochs of the whole training, which the learning rate's schedule is laid out for
   */
  public static TrainableNetwork of(EncodedCorpus corpus, TrainingConfig config, int epochs) {
    NetworkShape shape =
        config.network().shape(corpus.vocabulary().size(), corpus.categories().size());
    return new TrainableNetwork(NetworkBuilder.build(corpus, config, epochs), shape);
  }

  /**
   * Makes a network of a shape, with fresh weights.
   *
   * @param steps of the whole training, which the learning rate's schedule is laid out for
   * @param classWeights how much a text of each category counts
   */
  public static TrainableNetwork of(
      NetworkShape shape, TrainingConfig config, int steps, double[] classWeights) {
    return new TrainableNetwork(NetworkBuilder.build(shape, config, steps, classWeights), shape);
  }

  /**
   * Reads a network that {@link #write} wrote.
   *
   * @param shape of it: more than it needs is not read
   * @throws IOException if it is not one, or not of the shape
   */
  public static TrainableNetwork read(byte[] bytes, NetworkShape shape) throws IOException {
    return new TrainableNetwork(NetworkFile.read(bytes, shape), shape);
  }

  /** Writes weights and the updater's state, so that the training can go on from them. */
  public void write(OutputStream out) throws IOException {
    NetworkFile.write(graph, out);
  }

  /** Lets a listener of Deeplearning4j's watch the steps. It must change nothing. */
  public void addListener(TrainingListener listener) {
    graph.addListeners(listener);
  }

  /** How many steps it has made, in all epochs. */
  public int steps() {
    return graph.getConfiguration().getIterationCount();
  }

  /** Seeds what an epoch draws, above all its dropout. */
  public void startEpoch(long seed) {
    // ND4J's generator, whose state a checkpoint does not hold.
    Nd4j.getRandom().setSeed(seed);
  }

  /**
   * Learns a batch.
   *
   * @return what is minimised: the mean loss of its texts, with smoothed and weighted labels
   */
  public double fit(TrainingBatch batch) {
    graph.fit(batch.dataSet());
    return graph.score();
  }

  /** Counts an epoch, for learning-rate schedules. */
  public void endEpoch() {
    graph.incrementEpochCount();
  }

  /** The learning rate of the next step. */
  public double learningRate() {
    return graph.getLearningRate(NetworkBuilder.OUTPUT);
  }

  /** The sum of all weights: not a finite number if one of them is none. */
  public double sumOfWeights() {
    return graph.params().sumNumber().doubleValue();
  }

  /** How many weights there are. */
  public int size() {
    return Math.toIntExact(graph.numParams());
  }

  /** All weights in Deeplearning4j's order; a copy. */
  public float[] parameters() {
    return NativeFloats.copy(graph.params());
  }

  /** Takes the weights of {@link #parameters()}. */
  public void setParameters(float[] parameters) {
    graph.setParams(Nd4j.createFromArray(parameters).reshape(1, parameters.length));
  }

  /** The weights as serving reads them; a copy. */
  public NetworkWeights weights() {
    return WeightExport.export(graph, shape);
  }
}
