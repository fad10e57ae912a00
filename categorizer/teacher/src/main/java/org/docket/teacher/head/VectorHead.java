/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.head;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A network with one hidden layer on sentence vectors: GELU, dropout on both layers (Srivastava et
 * al. 2014), AdamW (Loshchilov and Hutter 2019), weights by the root of how rare a category is.
 * Fitted on one thread, in an order that the seed gives; then safe for many.
 */
final class VectorHead {

  private static final int HIDDEN = 1024;
  private static final int BATCH = 128;

  /** So many texts together stay in the first cache, and read each row of weights once. */
  private static final int BLOCK = 8;

  private static final int EPOCHS = 16;

  /** Of few texts each is seen more often, but no more than so often. */
  private static final int LEAST_STEPS = 1000;

  private static final int MOST_EPOCHS = 60;

  private static final float SMOOTHING = 0.02f;

  private final Scaling scaling;
  private final float[][] first;
  private final float[] firstBias = new float[HIDDEN];
  private final float[][] second;
  private final float[] secondBias;

  private VectorHead(Scaling scaling, int size, int categories) {
    this.scaling = scaling;
    this.first = new float[size][HIDDEN];
    this.second = new float[HIDDEN][categories];
    this.secondBias = new float[categories];
  }

  /**
   * Fits.
   *
   * @param texts those of a fold, of all
   * @param seed of all that is drawn
   */
  static VectorHead fit(float[][] vectors, int[] labels, int[] texts, int categories, long seed) {
    Scaling scaling = Scaling.of(vectors, texts);
    VectorHead head = new VectorHead(scaling, vectors[0].length, categories);
    SplittableRandom random = new SplittableRandom(seed);
    head.draw(random);
    head.new Fitting(labels, texts).run(vectors, random);
    return head;
  }

  /** The logarithms of the probabilities of a vector. */
  double[] logProbabilities(float[] vector) {
    float[] x = scaling.apply(vector);
    float[] hidden = firstBias.clone();
    for (int i = 0; i < x.length; i++) {
      add(hidden, first[i], x[i]);
    }
    float[] logits = secondBias.clone();
    for (int j = 0; j < HIDDEN; j++) {
      add(logits, second[j], hidden[j] * gate(hidden[j]));
    }
    return Mixture.logSoftmax(logits);
  }

  /** As PyTorch draws a linear layer's. */
  private void draw(SplittableRandom random) {
    double bound = 1 / Math.sqrt(first.length);
    for (float[] row : first) {
      fill(row, bound, random);
    }
    fill(firstBias, bound, random);
    bound = 1 / Math.sqrt(HIDDEN);
    for (float[] row : second) {
      fill(row, bound, random);
    }
    fill(secondBias, bound, random);
  }

  private static void fill(float[] row, double bound, SplittableRandom random) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
  }

  /** GELU is x times this (Hendrycks and Gimpel 2016, the sigmoid's form). */
  private static float gate(float x) {
    return (float) (1 / (1 + Math.exp(-1.702 * x)));
  }

  private static void add(float[] to, float[] row, float times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += row[i] * times;
    }
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** One fitting: gradients, moments, and the state of a block of texts. */
  private final class Fitting {

    private final int[] labels;
    private final int[] texts;
    private final float[] importance;
    private final AdamW.Moments[] firstMoments;
    private final AdamW.Moments firstBiasMoments = new AdamW.Moments(HIDDEN);
    private final AdamW.Moments[] secondMoments;
    private final AdamW.Moments secondBiasMoments = new AdamW.Moments(secondBias.length);
    private final float[][] inputs = new float[BLOCK][first.length];
    private final float[][] hidden = new float[BLOCK][HIDDEN];
    private final float[][] active = new float[BLOCK][HIDDEN];
    private final float[] errors = new float[secondBias.length];

    Fitting(int[] labels, int[] texts) {
      this.labels = labels;
      this.texts = texts.clone();
      this.importance = importance(labels, texts, secondBias.length);
      this.firstMoments = AdamW.moments(first);
      this.secondMoments = AdamW.moments(second);
    }

    void run(float[][] vectors, SplittableRandom random) {
      float[][] scaled = new float[vectors.length][];
      for (int text : texts) {
        scaled[text] = scaling.apply(vectors[text]);
      }
      int batches = (texts.length + BATCH - 1) / BATCH;
      int epochs = Math.max(EPOCHS, Math.min(MOST_EPOCHS, (LEAST_STEPS + batches - 1) / batches));
      AdamW adam = new AdamW();
      for (int epoch = 0; epoch < epochs; epoch++) {
        shuffle(random);
        for (int start = 0; start < texts.length; start += BATCH) {
          batch(scaled, start, Math.min(texts.length, start + BATCH), random);
          step(adam);
        }
      }
    }

    private void shuffle(SplittableRandom random) {
      for (int i = texts.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        int text = texts[i];
        texts[i] = texts[other];
        texts[other] = text;
      }
    }

    private void batch(float[][] scaled, int start, int end, SplittableRandom random) {
      float total = 0;
      for (int i = start; i < end; i++) {
        total += importance[labels[texts[i]]];
      }
      for (int from = start; from < end; from += BLOCK) {
        int count = Math.min(BLOCK, end - from);
        for (int row = 0; row < count; row++) {
          drop(scaled[texts[from + row]], inputs[row], random);
        }
        forward(count);
        for (int row = 0; row < count; row++) {
          int label = labels[texts[from + row]];
          learn(row, label, importance[label] / total, random);
        }
        backward(count);
      }
    }

    /** Half of the values, twice as large. */
    private void drop(float[] from, float[] to, SplittableRandom random) {
      long bits = 0;
      for (int i = 0; i < from.length; i++) {
        bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
        to[i] = (bits & 1) == 0 ? 0 : 2 * from[i];
      }
    }

    private void forward(int count) {
      for (int row = 0; row < count; row++) {
        System.arraycopy(firstBias, 0, hidden[row], 0, HIDDEN);
      }
      for (int i = 0; i < first.length; i++) {
        for (int row = 0; row < count; row++) {
          if (inputs[row][i] != 0) {
            add(hidden[row], first[i], inputs[row][i]);
          }
        }
      }
    }

    /** The upper layer, forth and back; leaves in hidden the gradient of the lower one's sums. */
    private void learn(int row, int label, float weight, SplittableRandom random) {
      float[] sums = hidden[row];
      float[] outputs = active[row];
      for (int j = 0; j < HIDDEN; j++) {
        outputs[j] = sums[j] * gate(sums[j]);
      }
      drop(outputs, outputs, random);
      float[] logits = secondBias.clone();
      for (int j = 0; j < HIDDEN; j++) {
        if (outputs[j] != 0) {
          add(logits, second[j], outputs[j]);
        }
      }
      double[] log = Mixture.logSoftmax(logits);
      for (int c = 0; c < errors.length; c++) {
        double target = (c == label ? 1 - SMOOTHING : 0) + SMOOTHING / errors.length;
        errors[c] = (float) (weight * (Math.exp(log[c]) - target));
      }
      add(secondBiasMoments.gradient, errors, 1);
      for (int j = 0; j < HIDDEN; j++) {
        if (outputs[j] == 0) {
          sums[j] = 0;
        } else {
          add(secondMoments[j].gradient, errors, outputs[j]);
          float gate = gate(sums[j]);
          float slope = gate + 1.702f * sums[j] * gate * (1 - gate);
          sums[j] = 2 * dot(second[j], errors) * slope;
        }
      }
    }

    private void backward(int count) {
      for (int i = 0; i < first.length; i++) {
        for (int row = 0; row < count; row++) {
          if (inputs[row][i] != 0) {
            add(firstMoments[i].gradient, hidden[row], inputs[row][i]);
          }
        }
      }
      for (int row = 0; row < count; row++) {
        add(firstBiasMoments.gradient, hidden[row], 1);
      }
    }

    private void step(AdamW adam) {
      adam.next();
      for (int i = 0; i < first.length; i++) {
        adam.step(first[i], firstMoments[i]);
      }
      adam.step(firstBias, firstBiasMoments);
      for (int j = 0; j < HIDDEN; j++) {
        adam.step(second[j], secondMoments[j]);
      }
      adam.step(secondBias, secondBiasMoments);
    }
  }

  private static float[] importance(int[] labels, int[] texts, int categories) {
    float[] counts = new float[categories];
    Arrays.stream(texts).forEach(text -> counts[labels[text]]++);
    float[] importance = new float[categories];
    for (int c = 0; c < categories; c++) {
      importance[c] =
          counts[c] == 0 ? 0 : (float) Math.sqrt((double) texts.length / categories / counts[c]);
    }
    return importance;
  }
}
