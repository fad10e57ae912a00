/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.inference.LstmNetwork;
import org.docket.model.CategorizerModel;
import org.docket.model.ModelFile;
import org.docket.text.TextAnalyzer;
import org.docket.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compares with Deeplearning4j on real complaints: {@code -Ddocket.parity.model=MODEL
 * -Ddocket.parity.input=CSV}. The model's weights are put back into a Deeplearning4j network.
 */
@EnabledIfSystemProperty(named = "docket.parity.input", matches = ".+")
class RealParityTest {

  private static final int COMPLAINTS = 600;

  private final CategorizerModel model =
      ModelFile.read(Path.of(System.getProperty("docket.parity.model")));

  @Test
  void agreesWithDeeplearning4jOnRealComplaints() {
    ComputationGraph network = network();
    LstmNetwork ours = new LstmNetwork(model.network());
    double largest = 0;
    List<int[]> texts = texts();
    for (int[] ids : texts) {
      float[] row = new float[ids.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = ids[i];
      }
      INDArray theirs = network.output(Nd4j.create(row, new long[] {1, 1, row.length}))[0];
      double[] probabilities = LstmNetwork.softmax(ours.logits(ids), 1);
      for (int i = 0; i < probabilities.length; i++) {
        largest = Math.max(largest, Math.abs(probabilities[i] - theirs.getDouble(0, i)));
      }
    }

    System.out.printf("largest difference %.1e on %d complaints%n", largest, texts.size());
    assertThat(texts).hasSizeGreaterThanOrEqualTo(500);
    assertThat(largest).isLessThan(1e-5);
  }

  private ComputationGraph network() {
    double[] weights = new double[model.categories().size()];
    Arrays.fill(weights, 1);
    ComputationGraph network =
        NetworkBuilder.build(model.network().shape(), TrainingConfig.load("default"), 100, weights);
    WeightImport.into(network, model.network());
    return network;
  }

  private List<int[]> texts() {
    TextAnalyzer analyzer = new TextAnalyzer(model.analysis());
    List<int[]> texts = new ArrayList<>();
    Corpus.read(
        Path.of(System.getProperty("docket.parity.input")),
        CorpusOptions.defaults(),
        document -> {
          int[] ids = model.vocabulary().ids(analyzer.analyze(document.text()).tokens());
          if (texts.size() < COMPLAINTS
              && Arrays.stream(ids).anyMatch(i -> i != Vocabulary.UNKNOWN)) {
            texts.add(ids);
          }
        });
    return texts;
  }
}
