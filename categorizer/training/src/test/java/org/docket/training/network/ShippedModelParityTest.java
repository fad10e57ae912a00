/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.inference.LstmNetwork;
import org.docket.inference.NgramLogits;
import org.docket.model.CategorizerModel;
import org.docket.model.Matrix;
import org.docket.model.ModelFile;
import org.docket.model.NetworkWeights;
import org.docket.text.TextAnalyzer;
import org.docket.training.ToyData;
import org.docket.training.config.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The shipped model's weights in Deeplearning4j's network, and the same texts through both: the
 * hard complaints, or those of a file:
 *
 * <pre>
 * mvn -pl categorizer/training -am test -Dtest=ShippedModelParityTest \
 *     -Dsurefire.failIfNoSpecifiedTests=false -Ddocket.parity.input=validation.csv.gz
 * </pre>
 */
class ShippedModelParityTest {

  private static final Path MODEL = Path.of("../../models/complaints-en.bin");
  private static final String HARD = "../../conf/demo/complaints-hard.csv";

  @TempDir Path folder;

  @Test
  void agreesWithDeeplearning4jOnComplaints() {
    CategorizerModel model = ModelFile.read(MODEL);
    NetworkWeights weights = model.network();
    ComputationGraph theirs = network(withoutNgrams(weights));
    NgramLogits ngrams = new NgramLogits(weights.ngrams().orElseThrow());
    LstmNetwork ours = new LstmNetwork(weights);
    double largest = 0;
    int texts = 0;
    int otherCategory = 0;
    for (int[] ids : texts(model)) {
      double[] actual = LstmNetwork.softmax(ours.logits(ids), 1);
      double[] expected = beside(output(theirs, ids), ngrams.logits(ids), weights.output());
      for (int i = 0; i < actual.length; i++) {
        largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
      }
      otherCategory += best(actual) == best(expected) ? 0 : 1;
      texts++;
    }
    System.out.printf(Locale.ROOT, "%d complaints: largest difference %.1e%n", texts, largest);
    assertThat(texts).isGreaterThan(200);
    assertThat(otherCategory).isZero();
    assertThat(largest).isLessThan(1e-5);
  }

  /** What Deeplearning4j trained: the n-grams learn apart, and stand in the last rows. */
  private static NetworkWeights withoutNgrams(NetworkWeights weights) {
    int categories = weights.shape().categories();
    int rows = weights.output().rows() - categories;
    float[] values = Arrays.copyOf(weights.output().values(), rows * categories);
    return new NetworkWeights(
        weights.shape().withNgrams(false),
        weights.embedding(),
        weights.forward(),
        weights.backward(),
        new Matrix(rows, categories, values),
        weights.outputBias(),
        Optional.empty());
  }

  /** Probabilities with the logits of n-grams added to theirs. */
  private static double[] beside(double[] probabilities, float[] ngrams, Matrix output) {
    int categories = ngrams.length;
    int from = (output.rows() - categories) * categories;
    float[] logits = new float[categories];
    for (int j = 0; j < categories; j++) {
      double logit = Math.log(probabilities[j]);
      for (int i = 0; i < categories; i++) {
        logit += ngrams[i] * output.values()[from + i * categories + j];
      }
      logits[j] = (float) logit;
    }
    return LstmNetwork.softmax(logits, 1);
  }

  private static List<int[]> texts(CategorizerModel model) {
    TextAnalyzer analyzer = new TextAnalyzer(model.analysis());
    List<int[]> texts = new ArrayList<>();
    Path input = Path.of(System.getProperty("docket.parity.input", HARD));
    Corpus.read(
        input,
        CorpusOptions.builder().labelled(false).build(),
        text -> {
          int[] ids = model.vocabulary().ids(analyzer.analyze(text.text()).tokens());
          if (ids.length > 0) {
            texts.add(ids);
          }
        });
    return texts;
  }

  private static double[] output(ComputationGraph network, int[] ids) {
    float[] row = new float[ids.length];
    float[] mask = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      row[i] = ids[i];
      mask[i] = 1;
    }
    INDArray features = Nd4j.create(row, new long[] {1, 1, ids.length});
    INDArray masks = Nd4j.create(mask, new long[] {1, ids.length});
    return network.output(false, new INDArray[] {features}, new INDArray[] {masks})[0]
        .toDoubleVector();
  }

  private ComputationGraph network(NetworkWeights weights) {
    double[] classWeights = new double[weights.shape().categories()];
    Arrays.fill(classWeights, 1);
    TrainingConfig config = ToyData.config(folder, "training.layers", "stock");
    ComputationGraph network = NetworkBuilder.build(weights.shape(), config, 100, classWeights);
    WeightImport.into(network, weights);
    return network;
  }

  private static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
