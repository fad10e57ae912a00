/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Successive halving (Jamieson and Talwalkar 2016; a bracket of Hyperband, Li et al. 2018): all
 * trials train for a few epochs, the better part of them goes on for more, and so on. A trial that
 * goes on is resumed, so that nothing is trained twice.
 *
 * @param rungs from the first one, of all trials, to the last one, of all epochs
 */
record SuccessiveHalving(List<Rung> rungs) {

  /** More would stop trials after an eighth of their epochs, which tells little. */
  private static final int MOST_RUNGS = 3;

  SuccessiveHalving {
    rungs = List.copyOf(rungs);
  }

  /**
   * How far how many trials go.
   *
   * @param epochs after which the trials are compared
   * @param trials that are compared
   */
  record Rung(int epochs, int trials) {

    /** How many epochs, in words. */
    String words() {
      return epochs + (epochs == 1 ? " epoch" : " epochs");
    }
  }

  /**
   * Lays out the rungs: up to three, of which each has {@code eta} times the epochs of the one
   * before, and one of {@code eta} of its trials. There are fewer where epochs or trials are few.
   *
   * @param trials in all; at least 1
   * @param epochs of a whole training; at least 1
   * @param eta at least 2
   */
  static SuccessiveHalving of(int trials, int epochs, int eta) {
    List<Rung> rungs = new ArrayList<>();
    int steps = 0;
    long factor = eta;
    while (steps < MOST_RUNGS - 1 && factor <= epochs && factor <= trials) {
      steps++;
      factor *= eta;
    }
    for (int rung = 0; rung <= steps; rung++) {
      rungs.add(
          new Rung(
              divideUp(epochs, Math.pow(eta, steps - rung)),
              divideUp(trials, Math.pow(eta, rung))));
    }
    return new SuccessiveHalving(rungs);
  }

  private static int divideUp(int number, double divisor) {
    return (int) Math.ceil(number / divisor);
  }
}
