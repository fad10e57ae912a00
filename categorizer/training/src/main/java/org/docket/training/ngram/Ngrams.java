/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.docket.error.DocketException;
import org.docket.inference.LstmNetwork;
import org.docket.inference.NgramLogits;
import org.docket.memory.Heap;
import org.docket.model.Matrix;
import org.docket.model.ModelSize;
import org.docket.model.NetworkShape;
import org.docket.model.NetworkWeights;
import org.docket.model.NgramWeights;
import org.docket.training.calibration.Fusion;
import org.docket.training.config.NgramConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.Targets;

/**
 * The n-gram part of a model: learned apart from the network, and set beside it. Immutable and safe
 * for use by many threads.
 *
 * <p>Apart, because n-grams that learn together with a network learn the training texts by heart
 * and leave the network little to learn; how much either is worth is found on validation texts.
 */
public final class Ngrams {

  private final NgramWeights weights;
  private final List<float[]> validation;
  private final int[] labels;

  private Ngrams(NgramWeights weights, EncodedTexts validation) {
    this.weights = weights;
    NgramLogits logits = new NgramLogits(weights);
    this.validation =
        IntStream.range(0, validation.size())
            .mapToObj(text -> logits.logits(validation.ids(text)))
            .toList();
    this.labels = IntStream.range(0, validation.size()).map(validation::label).toArray();
  }

  /**
   * Learns the n-gram part of a corpus, if the configuration asks for one.
   *
   * @param afterEpoch is run after each of the epochs in which they are learned
   * @throws DocketException if the model with it would be too large to be read, or if it does not
   *     fit into the heap
   */
  public static Optional<Ngrams> ifAny(
      EncodedCorpus corpus, TrainingConfig config, Runnable afterEpoch) {
    return config.ngrams().present()
        ? Optional.of(fit(corpus, config, afterEpoch))
        : Optional.empty();
  }

  private static Ngrams fit(EncodedCorpus corpus, TrainingConfig config, Runnable afterEpoch) {
    EncodedTexts texts = corpus.training();
    NgramConfig ngrams = config.ngrams();
    NgramSpace space =
        new NgramSpace(
            NgramCounts.of(texts, corpus.vocabulary().size()),
            ngrams.maxBigrams(),
            ngrams.minDocuments());
    int categories = corpus.categories().size();
    NetworkShape shape = config.network().shape(corpus.vocabulary().size(), categories);
    requireRoom(shape.withNgrams(true), space.bigrams(), Heap.ofJvm());
    Examples examples =
        new Examples(
            texts,
            space,
            corpus.classWeights(ngrams.classWeights()),
            new Targets(texts, categories, 0, ngrams.teacherShare()));
    SoftmaxRegression.Settings settings =
        new SoftmaxRegression.Settings(
            ngrams.learningRate(), ngrams.penalty(), ngrams.epochs(), config.optimization().seed());
    float[] weights =
        SoftmaxRegression.fit(examples, space.size(), categories, settings, afterEpoch);
    return new Ngrams(space.weights(weights, categories), corpus.validation());
  }

  /** Before hours of work: as floats they are learned, as bytes they are kept. */
  static void requireRoom(NetworkShape shape, int bigrams, Heap heap) {
    ModelSize.requireWritable(shape, bigrams);
    long weights = ((long) shape.vocabularySize() + bigrams) * shape.categories();
    Optional<String> shortage =
        heap.shortage("learning its n-grams", (Float.BYTES + Byte.BYTES) * weights);
    if (shortage.isPresent()) {
      throw new DocketException(shortage.get() + ", or lower ngrams.maxBigrams");
    }
    LstmNetwork.requireRoom(shape, bigrams); // in which each epoch is scored
  }

  /** The n-grams with their weights. */
  public NgramWeights weights() {
    return weights;
  }

  /** The share of the validation texts that n-grams alone get right. */
  public double accuracy() {
    int right = 0;
    for (int text = 0; text < labels.length; text++) {
      right += best(validation.get(text)) == labels[text] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /**
   * Sets the n-grams beside a network: their logits are features of its output layer, each added to
   * its category's logit. Both are multiplied by what makes the labels of the validation texts most
   * likely.
   *
   * @param network without n-grams
   * @param logits the network's, of the validation texts
   */
  public NetworkWeights beside(NetworkWeights network, List<float[]> logits) {
    Fusion fusion = Fusion.fit(logits, validation, labels);
    Matrix output = network.output();
    int categories = output.columns();
    float[] rows = times(output.values(), fusion.first());
    rows = Arrays.copyOf(rows, rows.length + categories * categories);
    for (int category = 0; category < categories; category++) {
      rows[(output.rows() + category) * categories + category] = (float) fusion.second();
    }
    return new NetworkWeights(
        network.shape().withNgrams(true),
        network.embedding(),
        network.forward(),
        network.backward(),
        new Matrix(output.rows() + categories, categories, rows),
        times(network.outputBias(), fusion.first()),
        Optional.of(weights));
  }

  private static float[] times(float[] values, double factor) {
    float[] products = new float[values.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = (float) (factor * values[i]);
    }
    return products;
  }

  private static int best(float[] logits) {
    int best = 0;
    for (int category = 1; category < logits.length; category++) {
      if (logits[category] > logits[best]) {
        best = category;
      }
    }
    return best;
  }

  /** The texts as the regression takes them. */
  private record Examples(
      EncodedTexts texts, NgramSpace space, double[] classWeights, Targets targets)
      implements SoftmaxRegression.Examples {

    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public SparseVector vector(int example) {
      return space.vector(texts.ids(example));
    }

    @Override
    public void target(int example, float[] to) {
      targets.write(example, to, 0);
      for (int category = 0; category < to.length; category++) {
        to[category] *= (float) classWeights[category];
      }
    }
  }
}
