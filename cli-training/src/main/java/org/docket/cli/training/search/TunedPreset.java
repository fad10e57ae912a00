/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.docket.io.WholeFile;
import org.docket.training.config.TrainingConfig;
import org.docket.training.data.DataFile;

/** The best preset as a file that {@code train --config} takes, with where it comes from. */
final class TunedPreset {

  private TunedPreset() {}

  /**
   * Writes it.
   *
   * @param files that it was searched with
   * @param seed of the search
   */
  static void write(Outcome outcome, List<DataFile> files, long seed, Path file)
      throws IOException {
    String text = text(outcome, files, seed);
    WholeFile.write(file, part -> Files.writeString(part, text));
    TrainingConfig.load(file); // what cannot be read should be told now
  }

  static String text(Outcome outcome, List<DataFile> files, long seed) {
    Trial best = outcome.best();
    Score score = best.last().orElseThrow();
    StringBuilder text = new StringBuilder("# SPDX-License-Identifier: Apache-2.0\n");
    comment(
        text,
        "Tuned from the preset "
            + outcome.preset().name()
            + ": trial "
            + best.number()
            + " of "
            + outcome.trials().size()
            + " (trial 0 is that preset), seed "
            + seed
            + ".");
    comment(
        text,
        String.format(
            Locale.ROOT,
            "On %d validation documents: loss %.4f, accuracy %.4f, macro-F1 %.4f; as the best of many"
                + " a little better than it is.",
            outcome.validated(),
            score.loss(),
            score.accuracy(),
            score.macroF1()));
    for (DataFile file : files) {
      comment(text, "Data: " + file.name() + ", sha256 " + file.sha256());
    }
    SortedMap<String, String> given = outcome.preset().parameters();
    SortedMap<String, String> parameters = new TreeMap<>(given);
    parameters.putAll(best.changes());
    parameters.forEach(
        (key, value) -> {
          if (best.changes().containsKey(key)) {
            comment(text, "was " + given.getOrDefault(key, "not set"));
          }
          text.append(key).append(" = ").append(value).append('\n');
        });
    return text.toString();
  }

  /** A name may hold line ends; what follows them would be no comment. */
  private static void comment(StringBuilder text, String words) {
    text.append("# ").append(words.replaceAll("\\p{Cntrl}|\\R", "?")).append('\n');
  }
}
