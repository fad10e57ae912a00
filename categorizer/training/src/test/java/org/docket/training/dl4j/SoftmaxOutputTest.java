/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The layer next to Deeplearning4j's, which it stands for. */
class SoftmaxOutputTest {

  private static final int INPUTS = 7;
  private static final int HIDDEN = 37;

  @ParameterizedTest
  @CsvSource({"2,1,false", "9,64,true", "9,13,false", "77,5,true"})
  void scoreGradientsAndUpdateAreTheStockLayers(int categories, int texts, boolean weighted) {
    LossMCXENT loss = loss(categories, weighted);
    MultiLayerNetwork stock = network(new OutputLayer.Builder(loss), categories, null);
    MultiLayerNetwork fast = network(new SoftmaxOutput.Builder(loss), categories, null);
    fast.setParams(stock.params().dup());
    DataSet data = data(texts, categories);

    assertThat(fast.output(data.getFeatures())).isEqualTo(stock.output(data.getFeatures()));
    for (int step = 0; step < 5; step++) {
      stock.fit(data);
      fast.fit(data);
      assertThat(fast.score()).isCloseTo(stock.score(), within(1e-5));
      assertThat(fast.score(data)).isCloseTo(stock.score(data), within(1e-5));
      double largest = stock.params().amaxNumber().doubleValue();
      double difference = fast.params().sub(stock.params()).amaxNumber().doubleValue();
      assertThat(difference).isLessThan(1e-5 * largest);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void labelsThatDoNotSumToOneAreTakenAsTheStockLayerDoes(boolean weighted) {
    LossMCXENT loss = loss(3, weighted);
    MultiLayerNetwork stock = network(new OutputLayer.Builder(loss), 3, null);
    MultiLayerNetwork fast = network(new SoftmaxOutput.Builder(loss), 3, null);
    fast.setParams(stock.params().dup());
    DataSet data = data(3, 3);
    data.setLabels(Nd4j.createFromArray(new float[][] {{1, 1, 0}, {0, 0, 0}, {0, 1, 0}}));

    stock.fit(data);
    fast.fit(data);

    assertThat(fast.score()).isCloseTo(stock.score(), within(1e-5));
    double difference = fast.params().sub(stock.params()).amaxNumber().doubleValue();
    assertThat(difference).isLessThan(1e-5);
  }

  @Test
  void aScoreIsThatOfItsOwnDocumentsAlsoAfterGradientsOfOthers() {
    LossMCXENT loss = loss(3, false);
    MultiLayerNetwork stock = network(new OutputLayer.Builder(loss), 3, null);
    MultiLayerNetwork fast = network(new SoftmaxOutput.Builder(loss), 3, null);
    fast.setParams(stock.params().dup());
    DataSet others = data(13, 3);
    DataSet data = data(6, 3);

    fast.calculateGradients(others.getFeatures(), others.getLabels(), null, null);

    assertThat(fast.score(data, true)).isCloseTo(stock.score(data, true), within(1e-5));
  }

  @Test
  void theScoreHasTheRegularizationOfTheWeights() {
    LossMCXENT loss = loss(3, false);
    OutputLayer.Builder stockOutput = new OutputLayer.Builder(loss);
    OutputLayer.Builder fastOutput = new SoftmaxOutput.Builder(loss);
    MultiLayerNetwork stock = network(stockOutput.l2(0.5), 3, null);
    MultiLayerNetwork fast = network(fastOutput.l2(0.5), 3, null);
    fast.setParams(stock.params().dup());
    DataSet data = data(6, 3);

    stock.fit(data);
    fast.fit(data);

    assertThat(fast.score()).isCloseTo(stock.score(), within(1e-5));
  }

  @Test
  void gradientsCanBeHadByName() {
    LossMCXENT loss = loss(3, true);
    MultiLayerNetwork stock = network(new OutputLayer.Builder(loss), 3, null);
    MultiLayerNetwork fast = network(new SoftmaxOutput.Builder(loss), 3, null);
    fast.setParams(stock.params().dup());
    DataSet data = data(6, 3);

    Gradient expected = gradient(stock, data);
    Gradient actual = gradient(fast, data);

    for (String key : List.of("0_W", "0_b", "1_W", "1_b")) {
      INDArray difference = actual.getGradientFor(key).sub(expected.getGradientFor(key));
      assertThat(difference.amaxNumber().doubleValue()).as(key).isLessThan(1e-5);
    }
  }

  @Test
  void nothingIsHeldOfABatchThatIsOver() {
    MultiLayerNetwork network = network(new SoftmaxOutput.Builder(loss(3, false)), 3, null);
    gradient(network, data(4, 3));
    Layer layer = network.getLayer(1);

    layer.clear();

    assertThat(layer.input()).isNull();
    assertThatThrownBy(() -> layer.backpropGradient(null, LayerWorkspaceMgr.noWorkspaces()))
        .isInstanceOf(IllegalStateException.class)
        .message()
        .doesNotContain("labels");
  }

  @Test
  void leavesMasksToTheStockLayer() {
    LossMCXENT loss = loss(3, true);
    MultiLayerNetwork stock = network(new OutputLayer.Builder(loss), 3, null);
    MultiLayerNetwork fast = network(new SoftmaxOutput.Builder(loss), 3, null);
    fast.setParams(stock.params().dup());
    DataSet data = data(4, 3);
    data.setLabelsMaskArray(Nd4j.createFromArray(new float[][] {{1}, {0}, {0}, {1}}));

    stock.fit(data);
    fast.fit(data);

    assertThat(fast.score()).isEqualTo(stock.score());
    assertThat(fast.params()).isEqualTo(stock.params());
  }

  static Stream<Arguments> notComputedByThePass() {
    return Stream.of(
        arguments("another kind of dropout", change(o -> o.dropOut(new GaussianDropout(0.5)))),
        arguments(
            "dropout by a schedule", change(o -> o.dropOut(new Dropout(new FixedSchedule(0.5))))),
        arguments("noise on weights", change(o -> o.weightNoise(new DropConnect(0.5)))),
        arguments("no bias", change(o -> o.hasBias(false))));
  }

  /** With the same random numbers it is the stock layer to the bit. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("notComputedByThePass")
  void leavesWhatItDoesNotComputeToTheStockLayer(
      String what, Consumer<OutputLayer.Builder> change) {
    LossMCXENT loss = loss(3, true);
    OutputLayer.Builder stockOutput = new OutputLayer.Builder(loss);
    OutputLayer.Builder fastOutput = new SoftmaxOutput.Builder(loss);
    change.accept(stockOutput);
    change.accept(fastOutput);
    MultiLayerNetwork stock = network(stockOutput, 3, null);
    MultiLayerNetwork fast = network(fastOutput, 3, null);
    INDArray before = stock.params().dup();
    DataSet data = data(6, 3);

    INDArray expected = afterAStep(stock, before, data, 5);
    INDArray actual = afterAStep(fast, before, data, 5);

    assertThat(actual).isEqualTo(expected).isNotEqualTo(before);
    assertThat(fast.score()).isEqualTo(stock.score());
  }

  private static Consumer<OutputLayer.Builder> change(Consumer<OutputLayer.Builder> change) {
    return change;
  }

  @Test
  void dropsItsShareOfTheInputsAndTheSameWithTheSameSeed() {
    Dropout aFifth = new Dropout(0.8); // what is kept
    MultiLayerNetwork network = network(new SoftmaxOutput.Builder(loss(3, false)), 3, aFifth);
    INDArray before = network.params().dup();
    DataSet data = data(1, 3);

    INDArray first = afterAStep(network, before, data, 1);
    INDArray again = afterAStep(network, before, data, 1);
    INDArray other = afterAStep(network, before, data, 2);

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    // Of a text alone: an input that was dropped leaves its weights as they were.
    INDArray weights = network.getLayer(1).getParam("W");
    INDArray unchanged = weights.eq(outputWeights(before, 3)).castTo(DataType.FLOAT);
    double share = unchanged.meanNumber().doubleValue();
    assertThat(share).isBetween(0.05, 0.4);
  }

  @Test
  void aNetworkThatDivergesHasAScoreThatIsNoNumber() {
    MultiLayerNetwork network = network(new SoftmaxOutput.Builder(loss(3, false)), 3, null);
    network.getLayer(1).getParam("W").putScalar(0, 0, Float.NaN);

    network.fit(data(4, 3));

    assertThat(network.score()).isNaN();
  }

  @Test
  void aSavedNetworkGoesOnAsIfItHadNeverStopped() throws Exception {
    MultiLayerNetwork network = network(new SoftmaxOutput.Builder(loss(3, true)), 3, null);
    DataSet data = data(8, 3);
    network.fit(data);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, bytes, true);

    MultiLayerNetwork restored =
        ModelSerializer.restoreMultiLayerNetwork(
            new ByteArrayInputStream(bytes.toByteArray()), true);
    network.fit(data);
    restored.fit(data);

    assertThat(restored.getLayer(1)).isInstanceOf(SoftmaxOutputLayer.class);
    assertThat(restored.params()).isEqualTo(network.params());
  }

  @Test
  void refusesWhatItDoesNotCompute() {
    SoftmaxOutput.Builder sigmoid = new SoftmaxOutput.Builder(loss(3, false));
    sigmoid.activation(Activation.SIGMOID);
    assertThatThrownBy(() -> network(sigmoid, 3, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softmax");

    SoftmaxOutput.Builder squares = new SoftmaxOutput.Builder(loss(3, false));
    squares.lossFunction(new LossMSE());
    assertThatThrownBy(() -> network(squares, 3, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LossMCXENT");

    assertThatThrownBy(() -> network(new SoftmaxOutput.Builder(loss(4, true)), 3, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights for 4 categories, but the output layer has 3");

    MultiLayerNetwork network = network(new SoftmaxOutput.Builder(loss(3, false)), 3, null);
    assertThatThrownBy(() -> network.fit(data(4, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the labels have 2 categories")
        .hasMessageContaining("layer index: 1");
  }

  private static Gradient gradient(MultiLayerNetwork network, DataSet data) {
    return network.calculateGradients(data.getFeatures(), data.getLabels(), null, null).getFirst();
  }

  private static INDArray afterAStep(
      MultiLayerNetwork network, INDArray before, DataSet data, int seed) {
    network.setParams(before.dup());
    Nd4j.getRandom().setSeed(seed);
    network.fit(data);
    return network.params().dup();
  }

  /** They stand behind the hidden layer's, column by column. */
  private static INDArray outputWeights(INDArray parameters, int categories) {
    int start = (INPUTS + 1) * HIDDEN;
    float[] all = parameters.toFloatVector();
    INDArray weights = Nd4j.create(HIDDEN, categories);
    for (int category = 0; category < categories; category++) {
      for (int row = 0; row < HIDDEN; row++) {
        weights.putScalar(row, category, all[start + category * HIDDEN + row]);
      }
    }
    return weights;
  }

  private static MultiLayerNetwork network(
      OutputLayer.Builder output, int categories, IDropout dropout) {
    output.nIn(HIDDEN).nOut(categories);
    if (dropout != null) {
      output.dropOut(dropout);
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.5))
                .list()
                .layer(
                    new DenseLayer.Builder()
                        .nIn(INPUTS)
                        .nOut(HIDDEN)
                        .activation(Activation.TANH)
                        .build())
                .layer(output.build())
                .validateOutputLayerConfig(false)
                .build());
    network.init();
    return network;
  }

  private static LossMCXENT loss(int categories, boolean weighted) {
    float[] weights = new float[categories];
    for (int i = 0; i < categories; i++) {
      weights[i] = 0.5f + i % 3;
    }
    return weighted ? new LossMCXENT(Nd4j.createFromArray(weights)) : new LossMCXENT();
  }

  /** Smoothed labels. */
  private static DataSet data(int texts, int categories) {
    Random random = new Random(3);
    INDArray features = Nd4j.create(texts, INPUTS);
    INDArray labels = Nd4j.zeros(texts, categories).addi(0.05 / categories);
    for (int text = 0; text < texts; text++) {
      for (int i = 0; i < INPUTS; i++) {
        features.putScalar(text, i, random.nextGaussian());
      }
      int label = random.nextInt(categories);
      labels.putScalar(text, label, labels.getDouble(text, label) + 0.95);
    }
    return new DataSet(features, labels);
  }
}
