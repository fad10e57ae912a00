/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultinomialSamplerTest {

  private static final int SAMPLES = 4000;

  /** Few documents are drawn one by one, many by Poisson counts: both as the closed form has it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 30, 300_000})
  void meansAndVariancesAreMultinomial(int scale) {
    int[] counts = {scale, 3 * scale, 6 * scale};
    int documents = 10 * scale;
    MultinomialSampler sampler = new MultinomialSampler(counts, new SplittableRandom(1)::nextLong);
    double[] sums = new double[counts.length];
    double[] squares = new double[counts.length];
    double products = 0;
    int[] drawn = new int[counts.length];
    for (int i = 0; i < SAMPLES; i++) {
      sampler.sample(drawn);
      assertThat(IntStream.of(drawn).sum()).isEqualTo(documents);
      for (int cell = 0; cell < counts.length; cell++) {
        double off = drawn[cell] - counts[cell];
        sums[cell] += off;
        squares[cell] += off * off;
      }
      products += (drawn[0] - counts[0]) * (double) (drawn[2] - counts[2]);
    }
    for (int cell = 0; cell < counts.length; cell++) {
      double p = (double) counts[cell] / documents;
      double variance = documents * p * (1 - p);
      assertThat(sums[cell] / SAMPLES).isCloseTo(0, within(4 * Math.sqrt(variance / SAMPLES)));
      assertThat(squares[cell] / SAMPLES).isCloseTo(variance, within(0.12 * variance));
    }
    double covariance = -documents * 0.1 * 0.6;
    assertThat(products / SAMPLES).isCloseTo(covariance, within(-0.25 * covariance));
  }

  @Test
  void tenMillionDocumentsTakeNoLongerThanTheirRoot() {
    MultinomialSampler sampler =
        new MultinomialSampler(new int[] {9_000_000, 1_000_000}, new SplittableRandom(1)::nextLong);
    int[] drawn = new int[2];
    long start = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      sampler.sample(drawn);
    }
    assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L); // one by one: a minute
  }
}
