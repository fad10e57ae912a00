/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.listeners.CollectScoresIterationListener;
import org.docket.model.NetworkShape;
import org.docket.model.Pooling;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The network of docs/deeplearning4j.md, smaller. */
class DocumentedNetworkTest {

  @Test
  void learns() {
    NetworkShape shape = new NetworkShape(20, 10, List.of(16), false, Pooling.MEAN_MAX, true, 3);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(42)
                .weightInit(WeightInit.XAVIER)
                .updater(new ParallelAdam(new FixedSchedule(0.01)))
                .list()
                .layer(new LstmEncoder.Builder(shape).gradientClipping(1).build())
                .layer(
                    new SoftmaxOutput.Builder(new LossMCXENT())
                        .nIn(shape.features())
                        .nOut(3)
                        .dropOut(0.6)
                        .build())
                .build());
    network.init();
    CollectScoresIterationListener scores = new CollectScoresIterationListener(1);
    network.setListeners(scores);
    // The token of a text is its category.
    INDArray ids = Nd4j.createFromArray(new float[][] {{3, 0}, {7, 1}, {0, 5}});
    DataSet data = new DataSet(ids, Nd4j.eye(3));

    network.fit(new ListDataSetIterator<>(List.of(data), 1), 60);

    assertThat(scores.getScoreVsIter().getScores()).isNotEmpty();
    assertThat(network.predict(ids)).containsExactly(0, 1, 2);
  }
}
