/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the curves of a training show, in words: over-fitting, or that it ended too early. */
public final class Overfitting {

  /** Losses that differ by less than this share are about the same. */
  private static final double SAME = 0.01;

  /** A difference of accuracies from which the network knows texts by heart. */
  private static final double BY_HEART = 0.1;

  private Overfitting() {}

  /**
   * Tells.
   *
   * @param history all epochs, in order; at least one
   */
  public static String words(List<EpochRow> history) {
    if (history.size() == 1) {
      return "One epoch only: nothing to compare it with.";
    }
    EpochRow lowest =
        history.stream()
            .min(Comparator.comparingDouble((EpochRow row) -> row.network().loss()))
            .orElseThrow();
    EpochRow last = history.get(history.size() - 1);
    if (last.network().loss() > lowest.network().loss() * (1 + SAME)) {
      return last.training().loss() < lowest.training().loss()
          ? overfitting(lowest, last)
          : unsteady(lowest, last);
    }
    EpochRow before = history.get(history.size() - 2);
    boolean bothFall =
        last.network().loss() < before.network().loss() * (1 - SAME)
            && last.training().loss() < before.training().loss() * (1 - SAME);
    if (bothFall) {
      return stillFalling(before, last);
    }
    return last.training().accuracy() > last.network().accuracy() + BY_HEART
        ? byHeart(last)
        : levelled(last);
  }

  private static String overfitting(EpochRow lowest, EpochRow last) {
    return String.format(
        Locale.ROOT,
        "Over-fitting: since epoch %d the network's loss on training texts falls (%.3f to %.3f)"
            + " while that on validation texts rises (%.3f to %.3f).",
        lowest.epoch(),
        lowest.training().loss(),
        last.training().loss(),
        lowest.network().loss(),
        last.network().loss());
  }

  private static String unsteady(EpochRow lowest, EpochRow last) {
    return String.format(
        Locale.ROOT,
        "Since epoch %d the network's loss rises on training texts (%.3f to %.3f) and on validation"
            + " texts (%.3f to %.3f): a lower learning rate may help.",
        lowest.epoch(),
        lowest.training().loss(),
        last.training().loss(),
        lowest.network().loss(),
        last.network().loss());
  }

  private static String stillFalling(EpochRow before, EpochRow last) {
    return String.format(
        Locale.ROOT,
        "No over-fitting yet: the network's loss still falls on training texts (%.3f to %.3f in the last"
            + " epoch) and on validation texts (%.3f to %.3f): more epochs may help.",
        before.training().loss(),
        last.training().loss(),
        before.network().loss(),
        last.network().loss());
  }

  private static String byHeart(EpochRow last) {
    return String.format(
        Locale.ROOT,
        "Some over-fitting: at the end the network gets %.0f %% of the training texts right and %.0f"
            + " %% of the validation texts, so it knows some by heart; its loss on validation texts"
            + " (%.3f) no longer changes much.",
        100 * last.training().accuracy(),
        100 * last.network().accuracy(),
        last.network().loss());
  }

  private static String levelled(EpochRow last) {
    return String.format(
        Locale.ROOT,
        "No sign of over-fitting: at the end the network's loss is %.3f on training texts and %.3f"
            + " on validation texts, which no longer changes much.",
        last.training().loss(),
        last.network().loss());
  }
}
