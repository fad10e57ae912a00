/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.docket.training.ToyData;
import org.docket.training.config.Layers;
import org.docket.training.config.TrainingConfig;
import org.docket.training.dl4j.LstmEncoder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The fast layers compute what Deeplearning4j's compute, forwards and back. */
class EncoderParityTest {

  private static final int VOCABULARY = 60;
  private static final int CATEGORIES = 5;
  private static final double TOLERANCE = 1e-4;

  @TempDir Path folder;

  static Stream<NetworkShape> family() {
    List<NetworkShape> shapes = new ArrayList<>();
    for (List<Integer> units : List.of(List.of(50, 20), List.of(64), List.of(3, 17))) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (Pooling pooling : Pooling.values()) {
          for (boolean mean : new boolean[] {false, true}) {
            shapes.add(
                new NetworkShape(VOCABULARY, 13, units, bidirectional, pooling, mean, CATEGORIES));
          }
        }
      }
    }
    return shapes.stream();
  }

  @ParameterizedTest
  @MethodSource("family")
  void outputsAndGradientsAgreeWithStockLayers(NetworkShape shape) {
    ComputationGraph stock = network(shape, Layers.STOCK);
    ComputationGraph fast = network(shape, Layers.FAST);
    Map<String, String> names = names(shape);
    Random random = new Random(3);
    // Larger than weights begin, so that gates are not all in their linear part.
    stock.setParams(Nd4j.create(floats(random, stock.numParams(), 0.4)));
    names.forEach((s, f) -> fast.getParam(f).assign(stock.getParam(s)));
    DataSet batch = batch(random, 21);

    INDArray expected = output(stock, batch);
    assertThat(distance(output(fast, batch), expected)).isLessThan(TOLERANCE);
    assertThat(WeightExport.export(fast, shape))
        .usingRecursiveComparison()
        .isEqualTo(WeightExport.export(stock, shape));
    gradients(stock, batch);
    gradients(fast, batch);
    assertThat(fast.score()).isCloseTo(stock.score(), within(1e-5));
    names.forEach(
        (s, f) -> {
          // Deeplearning4j divides by the size of the batch later on; the encoder has done so.
          int divided = f.startsWith("output") ? 1 : 21;
          INDArray stockGradient = stock.gradient().getGradientFor(s).div(divided);
          INDArray fastGradient = fast.gradient().getGradientFor(f);
          assertThat(distance(fastGradient, stockGradient)).as(f).isLessThan(TOLERANCE);
        });
  }

  /** The largest difference, relative to the largest value. */
  private static double distance(INDArray actual, INDArray expected) {
    INDArray difference = actual.reshape(expected.shape()).sub(expected);
    return difference.amaxNumber().doubleValue() / expected.amaxNumber().doubleValue();
  }

  private static INDArray output(ComputationGraph network, DataSet batch) {
    INDArray[] masks = {batch.getFeaturesMaskArray()};
    return network.output(false, new INDArray[] {batch.getFeatures()}, masks)[0];
  }

  private static void gradients(ComputationGraph network, DataSet batch) {
    network.setInputs(batch.getFeatures());
    network.setLabels(batch.getLabels());
    network.setLayerMaskArrays(new INDArray[] {batch.getFeaturesMaskArray()}, null);
    network.initGradientsView();
    network.computeGradientAndScore();
  }

  private ComputationGraph network(NetworkShape shape, Layers layers) {
    double[] weights = new double[CATEGORIES];
    Arrays.fill(weights, 1);
    TrainingConfig config =
        ToyData.config(
            folder,
            "training.layers",
            layers.name().toLowerCase(Locale.ROOT),
            "training.gradientClipping",
            "0",
            "regularization.featureDropout",
            "0");
    return NetworkBuilder.build(shape, config, 100, weights);
  }

  /** For each parameter of the stock layers the encoder's. */
  private static Map<String, String> names(NetworkShape shape) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("embedding_W", "encoder_W");
    for (int layer = 0; layer < shape.units().size(); layer++) {
      for (int direction = 0; direction < shape.directions(); direction++) {
        for (String key : List.of("W", "RW", "b")) {
          names.put(
              NetworkBuilder.lstm(layer, direction == 1) + "_" + key,
              "encoder_" + LstmEncoder.key(key, layer, direction == 1));
        }
      }
    }
    names.put("output_W", "output_W");
    names.put("output_b", "output_b");
    return names;
  }

  /** Lengths from 1, so that the last group of texts is not full and most texts are padded. */
  private static DataSet batch(Random random, int texts) {
    int longest = 12;
    float[] ids = new float[texts * longest];
    float[] mask = new float[ids.length];
    float[] labels = new float[texts * CATEGORIES];
    for (int text = 0; text < texts; text++) {
      int length = text == 5 ? longest : 1 + random.nextInt(longest);
      for (int i = 0; i < length; i++) {
        ids[text * longest + i] = random.nextInt(VOCABULARY);
        mask[text * longest + i] = 1;
      }
      labels[text * CATEGORIES + random.nextInt(CATEGORIES)] = 1;
    }
    return new DataSet(
        Nd4j.create(ids, new long[] {texts, 1, longest}),
        Nd4j.create(labels, new long[] {texts, CATEGORIES}),
        Nd4j.create(mask, new long[] {texts, longest}),
        null);
  }

  private static float[] floats(Random random, long count, double deviation) {
    float[] values = new float[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return values;
  }
}
