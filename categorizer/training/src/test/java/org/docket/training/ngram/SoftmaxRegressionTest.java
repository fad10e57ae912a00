/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import opennlp.tools.ml.maxent.quasinewton.Function;
import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

  private static final int ROWS = 20;
  private static final int CATEGORIES = 4;
  private static final double PENALTY = 0.01;

  private final Toy toy = new Toy(300, 5);

  /** OpenNLP's L-BFGS finds the least of the same function, with gradients of its own. */
  @Test
  void comesAsLowAsAnIndependentMinimizer() {
    Objective objective = new Objective(toy);
    double[] theirs = new QNMinimizer(0, 0, 500).minimize(objective);

    float[] ours = fit(200, 1);

    double least = objective.valueAt(theirs);
    assertThat(objective.valueAt(doubles(ours))).isBetween(least * 0.995, least * 1.0005);
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    assertThat(fit(5, 1)).isEqualTo(fit(5, 1)).isNotEqualTo(fit(5, 2));
  }

  private float[] fit(int epochs, long seed) {
    return SoftmaxRegression.fit(
        toy, ROWS, CATEGORIES, new SoftmaxRegression.Settings(2, PENALTY, epochs, seed), () -> {});
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** Random vectors with shares of categories that do not sum to 1, as weighted examples have. */
  private static final class Toy implements SoftmaxRegression.Examples {

    private final SparseVector[] vectors;
    private final float[][] targets;

    Toy(int size, long seed) {
      Random random = new Random(seed);
      vectors = new SparseVector[size];
      targets = new float[size][CATEGORIES];
      for (int i = 0; i < size; i++) {
        int[] rows = random.ints(0, ROWS).distinct().limit(5).sorted().toArray();
        float[] values = new float[rows.length];
        for (int j = 0; j < values.length; j++) {
          values[j] = random.nextFloat();
        }
        vectors[i] = new SparseVector(rows, values);
        int likely = rows[0] % CATEGORIES;
        for (int category = 0; category < CATEGORIES; category++) {
          targets[i][category] = (category == likely ? 1 : 0.2f) * random.nextFloat();
        }
      }
    }

    @Override
    public int size() {
      return vectors.length;
    }

    @Override
    public SparseVector vector(int example) {
      return vectors[example];
    }

    @Override
    public void target(int example, float[] to) {
      System.arraycopy(targets[example], 0, to, 0, to.length);
    }
  }

  /** The mean cross entropy and half the squared norm, written down plainly. */
  private record Objective(Toy toy) implements Function {

    @Override
    public int getDimension() {
      return ROWS * CATEGORIES;
    }

    @Override
    public double valueAt(double[] weights) {
      double value = 0;
      for (int example = 0; example < toy.size(); example++) {
        double[] probabilities = probabilities(weights, example);
        for (int category = 0; category < CATEGORIES; category++) {
          value -= toy.targets[example][category] * Math.log(probabilities[category]) / toy.size();
        }
      }
      for (double weight : weights) {
        value += PENALTY / 2 * weight * weight;
      }
      return value;
    }

    @Override
    public double[] gradientAt(double[] weights) {
      double[] gradient = new double[weights.length];
      double step = 1e-5;
      for (int i = 0; i < gradient.length; i++) {
        double[] moved = weights.clone();
        moved[i] += step;
        double above = valueAt(moved);
        moved[i] -= 2 * step;
        gradient[i] = (above - valueAt(moved)) / (2 * step);
      }
      return gradient;
    }

    private double[] probabilities(double[] weights, int example) {
      double[] scores = new double[CATEGORIES];
      double sum = 0;
      SparseVector vector = toy.vector(example);
      for (int category = 0; category < CATEGORIES; category++) {
        for (int i = 0; i < vector.size(); i++) {
          scores[category] += vector.value(i) * weights[vector.row(i) * CATEGORIES + category];
        }
        scores[category] = Math.exp(scores[category]);
        sum += scores[category];
      }
      for (int category = 0; category < CATEGORIES; category++) {
        scores[category] /= sum;
      }
      return scores;
    }
  }
}
