/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/**
 * Draws as many documents, with replacement, as there are, and tells how many of each cell: without
 * drawing each. Poisson counts of the cells, given their sum, are multinomial; so nearly all
 * documents are drawn as Poisson counts, and the rest one by one. This is exact, and costs a draw
 * for each cell and for a multiple of the square root of the documents. For one thread.
 */
final class MultinomialSampler {

  /** The Poisson counts are to sum to so many standard deviations less than the documents. */
  private static final double DEVIATIONS = 5;

  /** Draws of one document that cost as much as a Poisson count. */
  private static final int COST = 4;

  private final int documents;
  private final SharedStateDiscreteSampler single;
  private final SharedStateDiscreteSampler[] poisson;

  /**
   * Prepares.
   *
   * @param counts of each cell, none empty
   */
  MultinomialSampler(int[] counts, UniformRandomProvider random) {
    this.documents = IntStream.of(counts).sum();
    this.single =
        AliasMethodDiscreteSampler.of(random, Arrays.stream(counts).asDoubleStream().toArray());
    double mean = documents - DEVIATIONS * Math.sqrt(documents);
    boolean pays = documents - mean + (double) COST * counts.length < documents;
    this.poisson =
        pays
            ? IntStream.of(counts)
                .mapToObj(count -> PoissonSampler.of(random, mean * count / documents))
                .toArray(SharedStateDiscreteSampler[]::new)
            : new SharedStateDiscreteSampler[0];
  }

  /** Draws; into an array with a place for each cell. */
  void sample(int[] drawn) {
    int rest;
    do {
      rest = documents - poisson(drawn);
    } while (rest < 0);
    for (int i = 0; i < rest; i++) {
      drawn[single.sample()]++;
    }
  }

  private int poisson(int[] drawn) {
    Arrays.fill(drawn, 0);
    int sum = 0;
    for (int i = 0; i < poisson.length; i++) {
      drawn[i] = poisson[i].sample();
      sum += drawn[i];
    }
    return sum;
  }
}
