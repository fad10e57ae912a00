/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.compare;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Median;
import org.docket.TextCategorizer;
import org.docket.cli.timing.Laps;

/**
 * How many documents a second a model categorizes on one thread, from text to category.
 *
 * <p>The models take turns, so that a machine that is slow for a while is slow for all of them;
 * each round begins with another one. What is told is the median of the rounds. Before them, each
 * model has a turn that does not count, in which the JVM compiles it.
 */
public final class Speed {

  private final List<TextCategorizer> categorizers;
  private final List<String> texts;
  private final Duration atLeast;
  private final Runnable afterEach;

  /**
   * Measures nothing yet.
   *
   * @param texts what each model categorizes in its turn; at least one
   * @param atLeast how long a turn takes: the texts are repeated as a whole until then
   * @param afterEach is run after each turn
   */
  public Speed(
      List<TextCategorizer> categorizers,
      List<String> texts,
      Duration atLeast,
      Runnable afterEach) {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("there is no text to measure with");
    }
    this.categorizers = categorizers;
    this.texts = texts;
    this.atLeast = atLeast;
    this.afterEach = afterEach;
  }

  /** Documents per second of each model: the median of some rounds. */
  public double[] docsPerSecond(int rounds) {
    int models = categorizers.size();
    double[][] rates = new double[models][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int turn = 0; turn < models; turn++) {
        int model = (turn + round + 1) % models;
        double rate = turn(categorizers.get(model));
        if (round >= 0) {
          rates[model][round] = rate;
        }
        afterEach.run();
      }
    }
    return Arrays.stream(rates).mapToDouble(Median.withDefaults()::evaluate).toArray();
  }

  private double turn(TextCategorizer categorizer) {
    Laps laps = Laps.of(lap -> texts.forEach(categorizer::categorize), 0, atLeast);
    return (double) laps.count() * texts.size() / laps.seconds();
  }
}
