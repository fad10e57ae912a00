/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.NonNegativeConstraint;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.memory.MemoryUseMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
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
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The layer as a user of Deeplearning4j meets it, without anything else of Docket. */
class LstmEncoderTest {

  private static final int VOCABULARY = 30;
  private static final int SIZE = 6;
  private static final NetworkShape SHAPE =
      new NetworkShape(VOCABULARY, SIZE, List.of(8), false, Pooling.MEAN_MAX, true, 1);
  private static final NetworkShape TWO_LAYERS =
      new NetworkShape(VOCABULARY, SIZE, List.of(8, 5), false, Pooling.LAST, false, 1);

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

  /** Each on its own; of the mean over the texts, which Deeplearning4j does not divide again. */
  @Test
  void theGradientsOfEmbeddingAndLstmAreCutToTheNorm() {
    MultiLayerNetwork network =
        network(
            new NeuralNetConfiguration.Builder().updater(new Sgd(1)),
            new LstmEncoder.Builder(SHAPE).gradientClipping(1e-3));
    Map<String, INDArray> before = parameters(network);

    network.fit(data(24));

    Map<String, Double> steps = new HashMap<>();
    parameters(network).forEach((key, after) -> steps.put(key, norm(after.sub(before.get(key)))));
    assertThat(steps.get("0_W")).isCloseTo(1e-3, within(1e-5));
    double lstm = Math.hypot(Math.hypot(steps.get("0_W0"), steps.get("0_RW0")), steps.get("0_b0"));
    assertThat(lstm).isCloseTo(1e-3, within(1e-5));
  }

  @Test
  void dropsTheSameWithTheSameSeedAndNothingWhenItAnswers() {
    LstmEncoder.Builder dropping = new LstmEncoder.Builder(TWO_LAYERS).layerDropout(0.5);
    MultiLayerNetwork network = network(new NeuralNetConfiguration.Builder(), dropping);

    INDArray first = output(network, true, 1);

    assertThat(output(network, true, 1)).isEqualTo(first);
    assertThat(output(network, true, 2)).isNotEqualTo(first);
    assertThat(output(network, false, 1)).isEqualTo(output(network, false, 2)).isNotEqualTo(first);
  }

  /** Random numbers are left for the other layers. */
  @Test
  void withoutDropoutNothingIsDrawn() {
    MultiLayerNetwork network =
        network(new NeuralNetConfiguration.Builder(), new LstmEncoder.Builder(TWO_LAYERS));

    output(network, true, 1);
    long next = Nd4j.getRandom().nextLong();

    Nd4j.getRandom().setSeed(1);
    assertThat(next).isEqualTo(Nd4j.getRandom().nextLong());
  }

  @Test
  void theSameSeedGivesTheWeightsOfDeeplearning4jsLayers() {
    MultiLayerNetwork encoder =
        network(new NeuralNetConfiguration.Builder(), new LstmEncoder.Builder(TWO_LAYERS));
    MultiLayerNetwork stock =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(new EmbeddingSequenceLayer.Builder().nIn(VOCABULARY).nOut(SIZE).build())
                .layer(new LSTM.Builder().nIn(SIZE).nOut(8).build())
                .layer(new LSTM.Builder().nIn(8).nOut(5).build())
                .layer(new RnnOutputLayer.Builder().nIn(5).nOut(2).build())
                .build());
    stock.init();

    assertThat(encoder.getParam("0_W")).isEqualTo(stock.getParam("0_W"));
    for (String key : List.of("W", "RW")) {
      assertThat(encoder.getParam("0_" + key + "0")).isEqualTo(stock.getParam("1_" + key));
      assertThat(encoder.getParam("0_" + key + "1")).isEqualTo(stock.getParam("2_" + key));
    }
    assertThat(encoder.getParam("0_b1").toFloatVector())
        .isEqualTo(stock.getParam("2_b").toFloatVector());
  }

  @Test
  void constraintsHoldForTheEncoder() {
    MultiLayerNetwork network =
        network(
            new NeuralNetConfiguration.Builder().updater(new Sgd(0.1)),
            new LstmEncoder.Builder(SHAPE).constrainWeights(new NonNegativeConstraint()));

    network.fit(data(24));

    for (String key : List.of("0_W", "0_W0", "0_RW0")) {
      assertThat(network.getParam(key).minNumber().doubleValue()).as(key).isZero();
    }
  }

  @Test
  void theNextLayerIsAsWideAsTheFeaturesByItself() {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new LstmEncoder.Builder(SHAPE).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(2)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(InputType.recurrent(1))
            .build();

    FeedForwardLayer output = (FeedForwardLayer) configuration.getConf(1).getLayer();
    assertThat(output.getNIn()).isEqualTo(SHAPE.features());
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    long bytes =
        configuration
            .getMemoryReport(InputType.recurrent(1))
            .getTotalMemoryBytes(1, MemoryUseMode.INFERENCE, CacheMode.NONE, DataType.FLOAT);
    assertThat(bytes).isGreaterThanOrEqualTo(4 * network.numParams());
  }

  @Test
  void thereIsNoStepBackWithoutOneForwards() {
    MultiLayerNetwork network = network();
    INDArray ids = Nd4j.createFromArray(new float[][] {{3, 4, 5}});
    network.output(ids);
    Layer layer = network.getLayer(0);

    layer.clear();

    INDArray epsilon = Nd4j.ones(1, SHAPE.features());
    assertThatThrownBy(() -> layer.backpropGradient(epsilon, LayerWorkspaceMgr.noWorkspaces()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there was no forward pass");
    assertThatThrownBy(() -> layer.activate(true, LayerWorkspaceMgr.noWorkspaces()))
        .isInstanceOf(IllegalStateException.class);
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
  void deeplearning4jKnowsWeightsFromBiases() {
    NetworkShape both =
        new NetworkShape(VOCABULARY, SIZE, List.of(8), true, Pooling.MEAN_MAX, true, 1);
    LstmEncoder encoder = new LstmEncoder.Builder(both).build();
    ParamInitializer parameters = encoder.initializer();
    MultiLayerNetwork network =
        network(new NeuralNetConfiguration.Builder(), new LstmEncoder.Builder(both));

    assertThat(parameters.paramKeys(encoder))
        .containsExactly("W", "W0", "RW0", "b0", "W0B", "RW0B", "b0B");
    assertThat(network.getLayer(0).conf().variables()).isEqualTo(parameters.paramKeys(encoder));
    assertThat(parameters.weightKeys(encoder)).containsExactly("W", "W0", "RW0", "W0B", "RW0B");
    assertThat(parameters.biasKeys(encoder)).containsExactly("b0", "b0B");
    for (String key : parameters.paramKeys(encoder)) {
      assertThat(parameters.isBiasParam(encoder, key)).isEqualTo(key.startsWith("b"));
      assertThat(parameters.isWeightParam(encoder, key)).isEqualTo(!key.startsWith("b"));
    }
  }

  @Test
  void aCopyMayHaveAnotherVocabulary() {
    LstmEncoder encoder = new LstmEncoder.Builder(SHAPE).build();
    long parameters = encoder.initializer().numParams(encoder);
    LstmEncoder copy = (LstmEncoder) encoder.clone();

    copy.setNIn(VOCABULARY + 1);

    assertThat(copy.initializer().numParams(copy)).isEqualTo(parameters + SIZE);
  }

  private static INDArray mask(float... values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(DataType.FLOAT));
    network.init();
    return network;
  }

  private static MultiLayerNetwork network(
      NeuralNetConfiguration.Builder all, LstmEncoder.Builder encoder) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(all, encoder));
    network.init();
    return network;
  }

  private static INDArray output(MultiLayerNetwork network, boolean training, int seed) {
    Nd4j.getRandom().setSeed(seed);
    return network.output(data(8).getFeatures(), training).dup();
  }

  private static Map<String, INDArray> parameters(MultiLayerNetwork network) {
    Map<String, INDArray> copies = new HashMap<>();
    network.paramTable().forEach((key, value) -> copies.put(key, value.dup()));
    return copies;
  }

  private static double norm(INDArray values) {
    return values.norm2Number().doubleValue();
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
                .nIn(encoder.build().getNOut())
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
