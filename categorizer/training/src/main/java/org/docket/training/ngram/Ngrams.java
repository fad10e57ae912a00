/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.docket.model.NgramWeights;
import org.docket.training.calibration.Temperature;
import org.docket.training.config.NgramConfig;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.EncodedCorpus;
import org.docket.training.data.EncodedTexts;
import org.docket.training.data.Targets;

/**
 * The n-gram part of a model, and what it says of the texts that it was learned from when it has
 * not seen them. Immutable and safe for use by many threads.
 */
public final class Ngrams {

  /** Texts that the temperature is fitted on; more would not change it. */
  private static final int SAMPLE = 20_000;

  private final NgramWeights weights;
  private final float[] outOfFold;
  private final double accuracy;

  private Ngrams(NgramWeights weights, float[] outOfFold, double accuracy) {
    this.weights = weights;
    this.outOfFold = outOfFold;
    this.accuracy = accuracy;
  }

  /** Learns the n-gram part of a corpus, if the configuration asks for one. */
  public static Optional<Ngrams> ifAny(EncodedCorpus corpus, TrainingConfig config) {
    return config.ngrams().present() ? Optional.of(fit(corpus, config)) : Optional.empty();
  }

  /**
   * Learns the n-gram part of a corpus. The texts are dealt into folds, those of one opening into
   * the same; for each fold a model is learned from the others, at the same time as other folds.
   */
  static Ngrams fit(EncodedCorpus corpus, TrainingConfig config) {
    EncodedTexts texts = corpus.training();
    NgramConfig ngrams = config.ngrams();
    NgramSpace space =
        new NgramSpace(
            NgramCounts.of(texts, corpus.vocabulary().size()),
            ngrams.maxBigrams(),
            ngrams.minDocuments());
    int categories = corpus.categories().size();
    Fit fit = new Fit(texts, space, categories, corpus, config);
    float[] outOfFold = new float[Math.multiplyExact(texts.size(), categories)];
    float[][] all = new float[1][];
    // The last one is no fold: all texts, for serving.
    IntStream.rangeClosed(0, ngrams.folds())
        .parallel()
        .forEach(
            fold -> {
              float[] learned = fit.without(fold);
              if (fold == ngrams.folds()) {
                all[0] = learned;
              } else {
                fit.score(fold, learned, outOfFold);
              }
            });
    double temperature = temperature(texts, outOfFold);
    divide(all[0], temperature);
    divide(outOfFold, temperature);
    return new Ngrams(space.weights(all[0], categories), outOfFold, accuracy(texts, outOfFold));
  }

  /** A penalty makes for logits that are too near to each other; the network starts from these. */
  private static double temperature(EncodedTexts texts, float[] logits) {
    int categories = logits.length / texts.size();
    int[] sample =
        IntStream.range(0, texts.size())
            .filter(text -> texts.label(text) != EncodedTexts.NO_LABEL)
            .limit(SAMPLE)
            .toArray();
    List<float[]> rows =
        IntStream.of(sample)
            .mapToObj(
                text -> Arrays.copyOfRange(logits, text * categories, (text + 1) * categories))
            .toList();
    return Temperature.fit(rows, IntStream.of(sample).map(texts::label).toArray());
  }

  private static void divide(float[] values, double divisor) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= (float) divisor;
    }
  }

  /** For serving. */
  public NgramWeights weights() {
    return weights;
  }

  /** The share of the labelled texts that n-grams alone get right when they have not seen them. */
  public double accuracy() {
    return accuracy;
  }

  private static double accuracy(EncodedTexts texts, float[] logits) {
    int categories = logits.length / texts.size();
    int labelled = 0;
    int right = 0;
    for (int text = 0; text < texts.size(); text++) {
      if (texts.label(text) != EncodedTexts.NO_LABEL) {
        labelled++;
        right += best(logits, text * categories, categories) == texts.label(text) ? 1 : 0;
      }
    }
    return (double) right / labelled;
  }

  private static int best(float[] logits, int offset, int categories) {
    int best = 0;
    for (int category = 1; category < categories; category++) {
      if (logits[offset + category] > logits[offset + best]) {
        best = category;
      }
    }
    return best;
  }

  /** Copies the logits of a text to train on, by a model that did not see it. */
  public void copyLogits(int text, float[] to, int offset) {
    int categories = weights.categories();
    System.arraycopy(outOfFold, text * categories, to, offset, categories);
  }

  /** What the models of all folds have in common. */
  private static final class Fit {

    private final EncodedTexts texts;
    private final NgramSpace space;
    private final int categories;
    private final int folds;
    private final double[] classWeights;
    private final Targets targets;
    private final SoftmaxRegression.Settings settings;

    Fit(
        EncodedTexts texts,
        NgramSpace space,
        int categories,
        EncodedCorpus corpus,
        TrainingConfig config) {
      this.texts = texts;
      this.space = space;
      this.categories = categories;
      this.folds = config.ngrams().folds();
      this.classWeights = corpus.classWeights(config.regularization().classWeights());
      this.targets = new Targets(texts, categories, 0, config.regularization().teacherShare());
      this.settings =
          new SoftmaxRegression.Settings(
              config.ngrams().learningRate(),
              config.ngrams().penalty(),
              config.ngrams().epochs(),
              config.optimization().seed());
    }

    private int fold(int text) {
      return (int) Long.remainderUnsigned(texts.groupKey(text), folds);
    }

    float[] without(int fold) {
      int[] others = IntStream.range(0, texts.size()).filter(text -> fold(text) != fold).toArray();
      return SoftmaxRegression.fit(new Chosen(others), space.size(), categories, settings);
    }

    void score(int fold, float[] weights, float[] logits) {
      double[] products = new double[categories];
      for (int text = 0; text < texts.size(); text++) {
        if (fold(text) == fold) {
          space.vector(texts.ids(text)).dot(weights, products);
          for (int category = 0; category < categories; category++) {
            logits[text * categories + category] = (float) products[category];
          }
        }
      }
    }

    private final class Chosen implements SoftmaxRegression.Examples {

      private final int[] chosen;

      Chosen(int[] chosen) {
        this.chosen = chosen;
      }

      @Override
      public int size() {
        return chosen.length;
      }

      @Override
      public SparseVector vector(int example) {
        return space.vector(texts.ids(chosen[example]));
      }

      @Override
      public void target(int example, float[] to) {
        targets.write(chosen[example], to, 0);
        for (int category = 0; category < categories; category++) {
          to[category] *= (float) classWeights[category];
        }
      }
    }
  }
}
