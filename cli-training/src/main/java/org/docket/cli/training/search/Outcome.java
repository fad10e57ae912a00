/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.docket.training.config.TrainingConfig;

/**
 * What a search came to.
 *
 * @param preset that was searched around
 * @param space that was searched
 * @param halving how far the trials went
 * @param trials all, by number
 * @param best the one with the lowest loss of those that went to the end
 * @param comparison with the preset; absent if that is the best itself, or was lost
 * @param validated documents that it was measured on
 */
record Outcome(
    TrainingConfig preset,
    SearchSpace space,
    SuccessiveHalving halving,
    List<Trial> trials,
    Trial best,
    Optional<Comparison> comparison,
    int validated) {

  Outcome {
    trials = List.copyOf(trials);
  }

  /** What became of a trial, in words. */
  String state(Trial trial) {
    if (trial.isLost()) {
      return "lost: " + trial.lost();
    }
    if (trial.number() == best.number()) {
      return "best";
    }
    return trial.scores().size() == halving.rungs().size()
        ? "to the end"
        : "stopped after " + halving.rungs().get(trial.scores().size() - 1).words();
  }

  /** In sentences, the most important one first. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    Score score = best.last().orElseThrow();
    if (best.number() == 0) {
      words.add(
          "No trial had a lower loss than the preset itself: keep it, or search elsewhere with more"
              + " trials or another --seed.");
    } else {
      words.add(
          String.format(
              Locale.ROOT,
              "Best is trial %d: loss %.4f, accuracy %.4f, macro-F1 %.4f on %,d documents. What"
                  + " differs: %s.",
              best.number(),
              score.loss(),
              score.accuracy(),
              score.macroF1(),
              validated,
              differences()));
      words.add(
          comparison.map(Comparison::words).orElse("The preset itself could not be trained."));
      words.add(
          "As the best of many it looks a little better here than it is. For a figure to rely on,"
              + " train with it and evaluate on documents that no trial has seen.");
    }
    long lost = trials.stream().filter(Trial::isLost).count();
    if (lost > 0) {
      words.add(
          lost + (lost == 1 ? " trial was lost" : " trials were lost") + "; the table says why.");
    }
    return words;
  }

  private String differences() {
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, String> change : best.changes().entrySet()) {
      String was = preset.parameters().getOrDefault(change.getKey(), "not set");
      changes.add(change.getKey() + " " + change.getValue() + " (was " + was + ")");
    }
    return changes.isEmpty() ? "nothing" : String.join("; ", changes);
  }
}
