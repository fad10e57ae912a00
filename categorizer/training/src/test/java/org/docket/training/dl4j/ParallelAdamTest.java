/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The updater next to Deeplearning4j's, which it stands for. */
class ParallelAdamTest {

  private static final ParallelAdam ADAM = new ParallelAdam(new FixedSchedule(0.01));

  /** As many as two threads take at a time, and an odd rest. */
  @Test
  void updatesAllRowsAsDeeplearning4jsAdamDoes() {
    int count = 2 * 64 * 2048 + 7 * 503;
    Random random = new Random(1);
    GradientUpdater<?> theirs = new Adam(0.01).instantiate(Nd4j.zeros(1, 2L * count), true);
    GradientUpdater<?> ours = ADAM.instantiate(Nd4j.zeros(1, 2L * count), true);
    for (int step = 0; step < 5; step++) {
      INDArray expected = gradient(random, count, 7);
      INDArray actual = expected.dup();
      theirs.applyUpdater(expected, step, 0);
      ours.applyUpdater(actual, step, 0);

      assertThat(actual.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-6);
    }
  }

  /** Of a network that was read the moments are kept, of a new one they begin at zero. */
  @Test
  void theMomentsAreThoseOfTheStateUnlessTheyAreToBegin() {
    INDArray state = Nd4j.createFromArray(1f, 2, 3, 4, 5, 6);

    GradientUpdater<?> kept = ADAM.instantiate(state, false);

    assertThat(kept.getState().get(AdamUpdater.M_STATE).toFloatVector()).containsExactly(1, 2, 3);
    assertThat(kept.getState().get(AdamUpdater.V_STATE).toFloatVector()).containsExactly(4, 5, 6);
    assertThat(ADAM.instantiate(kept.getState(), false).getState()).isEqualTo(kept.getState());
    ADAM.instantiate(state, true);
    assertThat(state.toFloatVector()).containsOnly(0);
  }

  @Test
  void deeplearning4jKnowsAndSetsTheLearningRate() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .updater(ADAM.clone())
                .list()
                .layer(
                    new OutputLayer.Builder().nIn(2).nOut(2).activation(Activation.SOFTMAX).build())
                .build());
    network.init();
    assertThat(network.getLearningRate(0)).isEqualTo(0.01);

    network.setLearningRate(0.5);

    assertThat(network.getLearningRate(0)).isEqualTo(0.5);
  }

  /** Deeplearning4j updates layers at once whose updaters are equal. */
  @Test
  void updatersAreEqualIfTheirRatesAre() {
    assertThat(new ParallelAdam(new FixedSchedule(0.01))).isEqualTo(ADAM).hasSameHashCodeAs(ADAM);
    assertThat(new ParallelAdam(new FixedSchedule(0.02))).isNotEqualTo(ADAM);
    assertThat(ADAM).isNotEqualTo(new Adam(new FixedSchedule(0.01)));
  }

  /** Some rows are zero. */
  private static INDArray gradient(Random random, int count, int row) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i / row % 3 == 0 ? 0 : (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values);
  }
}
