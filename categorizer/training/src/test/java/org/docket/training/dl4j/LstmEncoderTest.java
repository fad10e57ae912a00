/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The layer as a user of Deeplearning4j meets it, without anything else of Docket. */
class LstmEncoderTest {

  private static final int VOCABULARY = 30;
  private static final int SIZE = 6;
  private static final NetworkShape SHAPE =
      new NetworkShape(VOCABULARY, SIZE, List.of(8), false, Pooling.MEAN_MAX, true, 1);

  @Test
  void learnsFromAnIteratorWatchedByAListener() {
    MultiLayerNetwork network = network();
    List<Double> scores = new ArrayList<>();
    network.setListeners(
        new BaseTrainingListener() {
          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            scores.add(model.score());
          }
        });

    network.fit(new ListDataSetIterator<>(data(40).asList(), 8), 30);

    assertThat(scores).hasSize(150);
    assertThat(scores.get(149)).isLessThan(0.1);
  }

  @Test
  void aSavedNetworkGoesOnAsIfItHadNeverStopped() throws Exception {
    MultiLayerNetwork network = network();
    DataSet data = data(24);
    network.fit(data);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, bytes, true);

    MultiLayerNetwork restored =
        ModelSerializer.restoreMultiLayerNetwork(
            new ByteArrayInputStream(bytes.toByteArray()), true);
    for (int i = 0; i < 3; i++) {
      network.fit(data);
      restored.fit(data);
    }

    assertThat(restored.params()).isEqualTo(network.params());
    assertThat(restored.getLayerWiseConfigurations().toJson())
        .isEqualTo(network.getLayerWiseConfigurations().toJson());
  }

  @Test
  void paddingBeforeATextIsAsGoodAsAfterIt() {
    MultiLayerNetwork network = network();
    INDArray after = Nd4j.createFromArray(new float[][] {{3, 4, 5, 0, 0}}).reshape(1, 1, 5);
    INDArray before = Nd4j.createFromArray(new float[][] {{0, 0, 3, 4, 5}}).reshape(1, 1, 5);
    INDArray plain = Nd4j.createFromArray(new float[][] {{3, 4, 5}});

    float[] expected = network.output(plain).toFloatVector();
    assertThat(network.output(after, false, mask(1, 1, 1, 0, 0), null).toFloatVector())
        .isEqualTo(expected);
    assertThat(network.output(before, false, mask(0, 0, 1, 1, 1), null).toFloatVector())
        .isEqualTo(expected);
    assertThatThrownBy(() -> network.output(after, false, mask(1, 0, 1, 0, 0), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stand together");
  }

  @Test
  void otherDataTypesAreRefused() {
    MultiLayerConfiguration doubles = configuration(DataType.DOUBLE);

    assertThatThrownBy(() -> new MultiLayerNetwork(doubles).init())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("computes with floats");
  }

  @Test
  void theNetworksGradientNormalizationIsTheEncodersToo() {
    MultiLayerConfiguration clipping =
        configuration(
            new NeuralNetConfiguration.Builder()
                .updater(new Sgd(1))
                .gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue)
                .gradientNormalizationThreshold(1e-4),
            new LstmEncoder.Builder(SHAPE));
    MultiLayerNetwork network = new MultiLayerNetwork(clipping);
    network.init();
    INDArray before = network.params().dup();

    network.fit(data(24));

    double largest = network.params().sub(before).amaxNumber().doubleValue();
    assertThat(largest).isCloseTo(1e-4, within(1e-6));
  }

  @Test
  void sumsOfGradientsAreRefused() {
    MultiLayerConfiguration sums =
        configuration(
            new NeuralNetConfiguration.Builder().miniBatch(false), new LstmEncoder.Builder(SHAPE));

    assertThatThrownBy(() -> new MultiLayerNetwork(sums).init())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("miniBatch(false)");
  }

  @Test
  void updatesAllRowsAsDeeplearning4jsAdamDoes() {
    int count = 7 * 5003;
    Random random = new Random(1);
    GradientUpdater<?> theirs = new Adam(0.01).instantiate(Nd4j.zeros(1, 2L * count), true);
    GradientUpdater<?> ours =
        new ParallelAdam(new FixedSchedule(0.01)).instantiate(Nd4j.zeros(1, 2L * count), true);
    for (int step = 0; step < 5; step++) {
      INDArray expected = gradient(random, count, 7);
      INDArray actual = expected.dup();
      theirs.applyUpdater(expected, step, 0);
      ours.applyUpdater(actual, step, 0);

      assertThat(actual.toFloatVector()).containsExactly(expected.toFloatVector(), within(1e-6f));
    }
  }

  @Test
  void encodersAreEqualIfTheyAreConfiguredAlike() {
    LstmEncoder encoder = new LstmEncoder.Builder(SHAPE).gradientClipping(1).build();

    assertThat(new LstmEncoder.Builder(SHAPE).gradientClipping(1).build())
        .isEqualTo(encoder)
        .hasSameHashCodeAs(encoder);
    assertThat(new LstmEncoder.Builder(SHAPE).gradientClipping(2).build()).isNotEqualTo(encoder);
    assertThat(new LstmEncoder.Builder(SHAPE).gradientClipping(1).layerDropout(0.1).build())
        .isNotEqualTo(encoder);
    assertThat(
            new LstmEncoder.Builder(SHAPE)
                .gradientClipping(1)
                .embeddingInit(new WeightInitXavier())
                .build())
        .isNotEqualTo(encoder);
    NetworkShape wider =
        new NetworkShape(VOCABULARY, SIZE, List.of(9), false, Pooling.MEAN_MAX, true, 1);
    assertThat(new LstmEncoder.Builder(wider).gradientClipping(1).build()).isNotEqualTo(encoder);
  }

  @Test
  void aCopyMayHaveAnotherVocabulary() {
    LstmEncoder encoder = new LstmEncoder.Builder(SHAPE).build();
    long parameters = encoder.initializer().numParams(encoder);
    LstmEncoder copy = (LstmEncoder) encoder.clone();

    copy.setNIn(VOCABULARY + 1);

    assertThat(copy.initializer().numParams(copy)).isEqualTo(parameters + SIZE);
  }

  private static INDArray gradient(Random random, int count, int row) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / row % 3 == 0 ? 0 : (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values);
  }

  private static INDArray mask(float... values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(DataType.FLOAT));
    network.init();
    return network;
  }

  private static MultiLayerConfiguration configuration(DataType type) {
    return configuration(
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(new ParallelAdam(new FixedSchedule(0.01))),
        new LstmEncoder.Builder(SHAPE).gradientClipping(1));
  }

  private static MultiLayerConfiguration configuration(
      NeuralNetConfiguration.Builder all, LstmEncoder.Builder encoder) {
    return all.seed(1)
        .weightInit(WeightInit.XAVIER)
        .list()
        .layer(encoder.build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nIn(SHAPE.features())
                .nOut(2)
                .activation(Activation.SOFTMAX)
                .build())
        .build();
  }

  /** Whether token 1 is in a text. */
  private static DataSet data(int texts) {
    Random random = new Random(5);
    int longest = 9;
    INDArray ids = Nd4j.zeros(texts, 1, longest);
    INDArray mask = Nd4j.zeros(texts, longest);
    INDArray labels = Nd4j.zeros(texts, 2);
    for (int text = 0; text < texts; text++) {
      int length = 1 + random.nextInt(longest);
      for (int i = 0; i < length; i++) {
        ids.putScalar(text, 0, i, 2 + random.nextInt(VOCABULARY - 2));
        mask.putScalar(text, i, 1);
      }
      if (text % 2 == 1) {
        ids.putScalar(text, 0, random.nextInt(length), 1);
      }
      labels.putScalar(text, text % 2, 1);
    }
    return new DataSet(ids, labels, mask, null);
  }
}
