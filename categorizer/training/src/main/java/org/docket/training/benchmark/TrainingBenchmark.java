/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.kernel.Kernels;
import org.docket.model.NetworkShape;
import org.docket.training.compute.Workers;
import org.docket.training.config.ClassWeighting;
import org.docket.training.config.Layers;
import org.docket.training.config.LearningRateSchedule;
import org.docket.training.config.OptimizationConfig;
import org.docket.training.config.RegularizationConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.BatchPlan;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.training.network.EpochBatches;
import org.docket.training.network.TrainableNetwork;
import org.docket.training.network.TrainingBatch;

/**
 * Steps of a training, to measure their speed: nothing is scored or kept. {@link
 * org.docket.training.network.Nd4jSettings} are to be those of a training meanwhile.
 */
public final class TrainingBenchmark {

  private TrainingBenchmark() {}

  /** For people: which kernel the steps run on. */
  public static String kernel() {
    return Kernels.best().name();
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
   * @return does a step with the batch of a number, and returns its loss
   */
  public static IntToDoubleFunction steps(NetworkShape shape, int[][][] batches, Layers layers) {
    TrainingConfig preset = TrainingConfig.load("seed");
    OptimizationConfig optimization = preset.optimization();
    TrainingConfig config =
        new TrainingConfig(
            preset.name(),
            preset.text(),
            preset.network(),
            preset.ngrams(),
            new RegularizationConfig(0, 0, 0, 0, ClassWeighting.NONE, 0),
            new OptimizationConfig(
                0.001,
                LearningRateSchedule.CONSTANT,
                0,
                batches[0].length,
                1,
                1,
                optimization.validationShare(),
                optimization.seed(),
                layers),
            preset.parameters());
    TrainableNetwork network = TrainableNetwork.of(shape, config, 1, ones(shape.categories()));
    List<TrainingBatch> data =
        Arrays.stream(batches)
            .map(batch -> TrainingBatch.of(batch, labels(batch.length, shape.categories())))
            .toList();
    return number -> network.fit(data.get(number % data.size()));
  }

  /**
   * Epochs on a corpus. The network is made before this returns; each call of {@code next} then
   * does a step, and returns how many documents it had.
   *
   * @param config as a training would have it
   * @param epochs how many, whatever the configuration says
   */
  public static PrimitiveIterator.OfInt epochs(
      EncodedCorpus corpus, TrainingConfig config, int epochs) {
    TrainableNetwork network = TrainableNetwork.of(corpus, config, epochs);
    int categories = corpus.categories().size();
    return new PrimitiveIterator.OfInt() {
      private int epoch = 0;
      private EpochBatches batches = nextEpoch();

      @Override
      public boolean hasNext() {
        return batches.hasNext() || epoch < epochs;
      }

      @Override
      public int nextInt() {
        batches = batches.hasNext() ? batches : nextEpoch();
        TrainingBatch batch = batches.next();
        network.fit(batch);
        return batch.size();
      }

      private EpochBatches nextEpoch() {
        return new EpochBatches(corpus.training(), categories, config, ++epoch);
      }
    };
  }

  /** How many steps an epoch of {@link #epochs} has. */
  public static int stepsPerEpoch(EncodedCorpus corpus, TrainingConfig config) {
    return BatchPlan.count(corpus.training().size(), config.optimization().batchSize());
  }

  /** How many tokens a text to train on has, on average. */
  public static double meanLength(EncodedCorpus corpus) {
    EncodedTexts texts = corpus.training();
    return IntStream.range(0, texts.size()).mapToLong(texts::length).average().orElseThrow();
  }

  /**
   * Writes the batches of the first epoch for other engines: a document a line, its label and its
   * ids with blanks between, and an empty line after each batch. The first line has the size of the
   * vocabulary and the weight of each category.
   *
   * @throws DocketException if the file cannot be written, or not all of it
   */
  public static void writeBatches(EncodedCorpus corpus, TrainingConfig config, Path file) {
    EncodedTexts texts = corpus.training();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(Integer.toString(corpus.vocabulary().size()));
      for (double weight : corpus.classWeights(config.regularization().classWeights())) {
        out.write(" " + weight);
      }
      out.write('\n');
      for (int[] batch : EpochBatches.draw(texts, config, 1)) {
        for (int text : batch) {
          write(texts.label(text), texts.ids(text), out);
        }
        out.write('\n');
      }
    } catch (IOException e) {
      throw new DocketException(
          String.format(Locale.ROOT, "%s cannot be written: %s", file, e.getMessage()), e);
    }
  }

  private static void write(int label, int[] ids, Writer out) throws IOException {
    out.write(Integer.toString(label));
    for (int id : ids) {
      out.write(" " + id);
    }
    out.write('\n');
  }

  private static double[] ones(int categories) {
    double[] weights = new double[categories];
    Arrays.fill(weights, 1);
    return weights;
  }

  /** A category for each document, in turn. */
  private static float[] labels(int documents, int categories) {
    float[] labels = new float[documents * categories];
    for (int i = 0; i < documents; i++) {
      labels[i * categories + i % categories] = 1;
    }
    return labels;
  }
}
