/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.docket.profile.Profile;

/**
 * How a model tags documents of its own kind, those that it was validated on: what later documents
 * are compared with, to see whether they still are of that kind.
 *
 * @param documents how many there were
 * @param predicted for how many of them each category was the best, in the model's order; documents
 *     that the model abstained on are in none
 * @param meanConfidence of the probabilities of the best categories, where the model did not
 *     abstain; 0 if it always did
 */
public record Baseline(long documents, Map<String, Long> predicted, double meanConfidence) {

  public Baseline {
    predicted = Collections.unmodifiableMap(new LinkedHashMap<>(predicted));
  }

  static Baseline of(List<String> categories, Profile profile) {
    Map<String, Long> predicted = new LinkedHashMap<>();
    for (int i = 0; i < categories.size(); i++) {
      predicted.merge(categories.get(i), (long) profile.predicted().get(i), Long::sum);
    }
    return new Baseline(profile.documents(), predicted, profile.meanConfidence());
  }

  /** How many documents the model abstained on. */
  public long abstentions() {
    return documents - answered();
  }

  /** Each category's share of the documents that the model did not abstain on, in its order. */
  public Map<String, Double> categoryMix() {
    double answered = Math.max(1, answered());
    Map<String, Double> mix = new LinkedHashMap<>();
    predicted.forEach((category, count) -> mix.put(category, count / answered));
    return Collections.unmodifiableMap(mix);
  }

  private long answered() {
    return predicted.values().stream().mapToLong(Long::longValue).sum();
  }
}
