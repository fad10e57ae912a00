/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.docket.model.NetworkShape;
import org.docket.training.encoder.Kernels;
import org.docket.training.encoder.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Steps of a training, to measure their speed: nothing is scored or kept. */
public final class TrainingBenchmark {

  private TrainingBenchmark() {}

  /** For people: which kernel the steps run on. */
  public static String kernel() {
    return Kernels.name();
  }

  /** How many threads the steps use. */
  public static void useThreads(int threads) {
    Workers.use(threads);
  }

  /**
   * Steps on random documents, with Adam and nothing else: no dropout, no clipping.
   *
   * @param batches of documents of ids
   * @param layers whose layers to measure
   * @return does a step with the batch of a number
   */
  public static IntConsumer steps(NetworkShape shape, int[][][] batches, Layers layers) {
    TrainingConfig preset = TrainingConfig.load("seed");
    OptimizationConfig optimization = preset.optimization();
    TrainingConfig config =
        new TrainingConfig(
            preset.name(),
            preset.text(),
            preset.network(),
            new RegularizationConfig(0, 0, 0, 0, ClassWeighting.NONE),
            new OptimizationConfig(
                0.001,
                LearningRateSchedule.CONSTANT,
                0,
                batches[0].length,
                1,
                1,
                optimization.validationShare(),
                optimization.seed(),
                layers,
                optimization.embeddingUpdate()),
            preset.parameters());
    Trainer.prepareNd4j();
    ComputationGraph network = NetworkBuilder.build(shape, config, 1, weights(shape.categories()));
    List<DataSet> data = Arrays.stream(batches).map(batch -> data(shape, batch)).toList();
    return number -> network.fit(data.get(number % data.size()));
  }

  /**
   * One epoch on a corpus.
   *
   * @param config as a training would have it
   * @param documents told how many documents a step had, after each
   */
  public static void epoch(EncodedCorpus corpus, TrainingConfig config, IntConsumer documents) {
    int categories = corpus.categories().size();
    NetworkShape shape = config.network().shape(corpus.vocabulary().size(), categories);
    Trainer.prepareNd4j();
    int steps = BatchPlan.count(corpus.training().size(), config.optimization().batchSize());
    double[] weights =
        config.regularization().classWeights().weights(corpus.training().labelCounts(categories));
    ComputationGraph network = NetworkBuilder.build(shape, config, steps, weights);
    BatchIterator batches = new BatchIterator(corpus.training(), categories, config, 1);
    while (batches.hasNext()) {
      DataSet batch = batches.next();
      network.fit(batch);
      documents.accept(Math.toIntExact(batch.getLabels().size(0)));
    }
  }

  /**
   * Writes the batches of an epoch for other engines: a document a line, its label and its ids with
   * blanks between, and an empty line after each batch. The first line has the size of the
   * vocabulary and the weight of each category.
   */
  public static void writeBatches(EncodedCorpus corpus, TrainingConfig config, Path file)
      throws IOException {
    EncodedTexts texts = corpus.training();
    double[] weights =
        config
            .regularization()
            .classWeights()
            .weights(texts.labelCounts(corpus.categories().size()));
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.print(corpus.vocabulary().size());
      Arrays.stream(weights).forEach(weight -> out.print(" " + weight));
      out.println();
      Random random = new Random(config.optimization().seed());
      for (int[] batch : BatchPlan.draw(texts, config.optimization().batchSize(), random)) {
        for (int text : batch) {
          out.print(texts.label(text));
          Arrays.stream(texts.ids(text)).forEach(id -> out.print(" " + id));
          out.println();
        }
        out.println();
      }
      if (out.checkError()) {
        throw new IOException("the file cannot be written");
      }
    }
  }

  private static double[] weights(int categories) {
    double[] weights = new double[categories];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static DataSet data(NetworkShape shape, int[][] documents) {
    int length = documents[0].length;
    List<float[]> labels = new ArrayList<>();
    float[] ids = new float[documents.length * length];
    for (int i = 0; i < documents.length; i++) {
      for (int j = 0; j < length; j++) {
        ids[i * length + j] = documents[i][j];
      }
      float[] label = new float[shape.categories()];
      label[i % label.length] = 1;
      labels.add(label);
    }
    INDArray features = Nd4j.create(ids, new long[] {documents.length, 1, length});
    INDArray mask = Nd4j.ones(documents.length, length);
    return new DataSet(features, Nd4j.createFromArray(labels.toArray(float[][]::new)), mask, null);
  }
}
