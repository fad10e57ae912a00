/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.inference.LstmNetwork;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.docket.training.ToyData;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.ToyTexts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** The pure-Java network answers as Deeplearning4j does, over the whole family of networks. */
class ParityTest {

  private static final int VOCABULARY = 50;
  private static final int CATEGORIES = 9;

  @TempDir Path folder;

  static Stream<NetworkShape> family() {
    List<NetworkShape> shapes = new ArrayList<>();
    for (List<Integer> units : List.of(List.of(50, 20), List.of(64), List.of(3, 7))) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (Pooling pooling : Pooling.values()) {
          for (boolean mean : new boolean[] {false, true}) {
            shapes.add(
                new NetworkShape(VOCABULARY, 11, units, bidirectional, pooling, mean, CATEGORIES));
          }
        }
      }
    }
    return shapes.stream();
  }

  @ParameterizedTest
  @MethodSource("family")
  void agreesWithDeeplearning4j(NetworkShape shape) {
    TrainingConfig config =
        ToyData.config(
            folder,
            "training.layers",
            "stock",
            "regularization.wordDropout",
            "0",
            "training.batchSize",
            "7");
    EncodedTexts texts = texts();
    double[] weights = new double[CATEGORIES];
    Arrays.fill(weights, 1);
    ComputationGraph network = NetworkBuilder.build(shape, config, 100, weights);
    // Some steps away from the initial weights, so that biases are not all the same.
    new EpochBatches(texts, CATEGORIES, config, 1)
        .forEachRemaining(batch -> network.fit(batch.dataSet()));

    double largest = largestDifference(network, shape, config, texts);

    System.out.printf(Locale.ROOT, "largest difference %.1e: %s%n", largest, shape);
    assertThat(largest).isLessThan(1e-5);
  }

  private static double largestDifference(
      ComputationGraph network, NetworkShape shape, TrainingConfig config, EncodedTexts texts) {
    LstmNetwork ours = new LstmNetwork(WeightExport.export(network, shape));
    double largest = 0;
    EpochBatches batches = new EpochBatches(texts, CATEGORIES, config, 2);
    while (batches.hasNext()) {
      DataSet batch = batches.next().dataSet();
      INDArray theirs = output(network, batch);
      for (int row = 0; row < theirs.rows(); row++) {
        int[] ids = ids(batch, row);
        double[] probabilities = LstmNetwork.softmax(ours.logits(ids), 1);
        for (int category = 0; category < CATEGORIES; category++) {
          double difference = Math.abs(probabilities[category] - theirs.getDouble(row, category));
          largest = Math.max(largest, difference);
        }
      }
    }
    return largest;
  }

  private static INDArray output(ComputationGraph network, DataSet batch) {
    INDArray[] masks = {batch.getFeaturesMaskArray()};
    return network.output(false, new INDArray[] {batch.getFeatures()}, masks)[0];
  }

  private static int[] ids(DataSet batch, int row) {
    int length = batch.getFeaturesMaskArray().getRow(row).sumNumber().intValue();
    int[] ids = new int[length];
    for (int i = 0; i < length; i++) {
      ids[i] = batch.getFeatures().getInt(row, 0, i);
    }
    return ids;
  }

  /** Lengths from 1, mixed in every batch. */
  private static EncodedTexts texts() {
    Random random = new Random(5);
    List<int[]> texts = new ArrayList<>();
    int[] labels = new int[14];
    for (int i = 0; i < labels.length; i++) {
      texts.add(random.ints(1 + i, 0, VOCABULARY).toArray());
      labels[i] = random.nextInt(CATEGORIES);
    }
    return ToyTexts.encoded(texts, labels);
  }
}
