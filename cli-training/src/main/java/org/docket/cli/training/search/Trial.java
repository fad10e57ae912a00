/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A preset that is tried.
 *
 * @param number from 0, which is the given preset itself
 * @param changes what differs from the given preset
 * @param scores at each rung that it has reached
 * @param lost why it failed; empty if it did not
 */
record Trial(int number, SortedMap<String, String> changes, List<Score> scores, String lost) {

  Trial {
    changes = new TreeMap<>(changes);
    scores = List.copyOf(scores);
  }

  /** One that has not begun. */
  static Trial of(int number, Map<String, String> changes) {
    return new Trial(number, new TreeMap<>(changes), List.of(), "");
  }

  /** This one, at the next rung. */
  Trial with(Score score) {
    List<Score> more = new ArrayList<>(scores);
    more.add(score);
    return new Trial(number, changes, more, lost);
  }

  /** This one, failed. */
  Trial lost(String reason) {
    return new Trial(number, changes, scores, reason);
  }

  boolean isLost() {
    return !lost.isEmpty();
  }

  /** At the last rung that it reached. */
  Optional<Score> last() {
    return scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(scores.size() - 1));
  }

  /** The changes in a line. */
  String words() {
    return number == 0
        ? "the preset itself"
        : changes.isEmpty()
            ? "as the preset"
            : changes.entrySet().stream()
                .map(e -> e.getKey().replaceFirst("^[a-z]+\\.", "") + " " + e.getValue())
                .collect(Collectors.joining(", "));
  }
}
