/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.docket.training.ToyData;
import org.docket.training.config.Layers;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a preset says reaches Deeplearning4j's configuration. */
class NetworkBuilderTest {

  private static final NetworkShape SHAPE =
      new NetworkShape(20, 5, List.of(4, 3), true, Pooling.LAST, false, 3);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void gradientsAreCutToTheNormOrLeft(Layers layers) {
    BaseLayer cut = output(network(layers, "training.gradientClipping", "0.7"));
    BaseLayer left = output(network(layers, "training.gradientClipping", "0"));

    assertThat(cut.getGradientNormalization()).isEqualTo(GradientNormalization.ClipL2PerLayer);
    assertThat(cut.getGradientNormalizationThreshold()).isEqualTo(0.7);
    assertThat(left.getGradientNormalization()).isEqualTo(GradientNormalization.None);
  }

  @ParameterizedTest
  @EnumSource
  void featuresAreDroppedByTheirShare(Layers layers) {
    ComputationGraph some = network(layers, "regularization.featureDropout", "0.3");
    ComputationGraph none = network(layers, "regularization.featureDropout", "0");

    assertThat(kept(output(some).getIDropout())).isCloseTo(0.7, within(1e-9));
    assertThat(output(none).getIDropout()).isNull();
  }

  @Test
  void theOutputsOfTheFirstLayerAreDroppedByTheirShare() {
    String[] rate = {"regularization.layerDropout", "0.2"};
    ComputationGraph stock = network(Layers.STOCK, rate);

    for (boolean backward : new boolean[] {false, true}) {
      IDropout above = layer(stock, NetworkBuilder.lstm(1, backward)).getIDropout();
      assertThat(kept(above)).isCloseTo(0.8, within(1e-9));
      assertThat(layer(stock, NetworkBuilder.lstm(0, backward)).getIDropout()).isNull();
    }
    assertThat(network(Layers.FAST, rate).getConfiguration().toJson())
        .containsPattern("\"layerDropout\" : 0.2,");
    ComputationGraph none = network(Layers.STOCK, "regularization.layerDropout", "0");
    assertThat(layer(none, NetworkBuilder.lstm(1, false)).getIDropout()).isNull();
  }

  /** Over 100 steps: warm-up to the rate, decay, and in the last tenth a hundredth less each. */
  @ParameterizedTest
  @EnumSource
  void theCycleHasWarmUpAndDecay(Layers layers) {
    ComputationGraph network = network(layers, "training.learningRate", "0.01");

    assertThat(rate(network, 0)).isCloseTo(0.001, within(1e-6));
    assertThat(rate(network, 45)).isCloseTo(0.01, within(1e-6));
    assertThat(rate(network, 22)).isBetween(0.004, 0.007);
    assertThat(rate(network, 68)).isBetween(0.004, 0.007);
    assertThat(rate(network, 90)).isCloseTo(0.001, within(1e-4));
    assertThat(rate(network, 99)).isCloseTo(0.001 * Math.pow(0.99, 9), within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void aConstantRateStays(Layers layers) {
    ComputationGraph network =
        network(layers, "training.learningRate", "0.01", "training.schedule", "constant");

    assertThat(rate(network, 0)).isEqualTo(0.01);
    assertThat(rate(network, 99)).isEqualTo(0.01);
  }

  /** There is no tenth of so few steps. */
  @Test
  void fewStepsHaveAConstantRate() {
    TrainingConfig config = config(Layers.FAST, "training.learningRate", "0.01");

    assertThat(rate(network(config, 19), 0)).isEqualTo(0.01);
    assertThat(rate(network(config, 20), 0)).isCloseTo(0.001, within(1e-6));
  }

  /** 150 texts in batches of 16 are ten steps an epoch. */
  @Test
  void theScheduleIsLaidOutForAllEpochs() {
    TrainingConfig config = ToyData.config(folder, "training.learningRate", "0.01");
    try (EncodedCorpus corpus = ToyData.data(config).corpus()) {
      ComputationGraph network = NetworkBuilder.build(corpus, config, 20);

      assertThat(rate(network, 90)).isCloseTo(0.01, within(1e-6));
      assertThat(rate(network, 199)).isCloseTo(0.001 * Math.pow(0.99, 19), within(1e-6));
    }
  }

  private ComputationGraph network(Layers layers, String... overrides) {
    return network(config(layers, overrides), 100);
  }

  private static ComputationGraph network(TrainingConfig config, int steps) {
    return NetworkBuilder.build(SHAPE, config, steps, new double[] {1, 1, 1});
  }

  private TrainingConfig config(Layers layers, String... overrides) {
    String[] all = {"training.layers", layers.name(), "network.units", "4, 3"};
    return ToyData.config(
        folder, Stream.concat(Arrays.stream(all), Arrays.stream(overrides)).toArray(String[]::new));
  }

  private static BaseLayer output(ComputationGraph network) {
    return layer(network, NetworkBuilder.OUTPUT);
  }

  private static BaseLayer layer(ComputationGraph network, String name) {
    return (BaseLayer) network.getLayer(name).conf().getLayer();
  }

  private static double kept(IDropout dropout) {
    return ((Dropout) dropout).getP();
  }

  private static double rate(ComputationGraph network, int step) {
    return output(network).getIUpdater().getLearningRate(step, 0);
  }
}
