/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docket.model.NgramWeights;

/** N-grams as their equations say: maps of strings, double precision, no thought for speed. */
final class NgramReference {

  private NgramReference() {}

  static double[] logits(NgramWeights weights, int[] ids) {
    Map<String, Integer> rows = rows(weights);
    Map<String, Double> values = new HashMap<>();
    double squares = 0;
    for (Map.Entry<String, Integer> entry : counts(ids, rows).entrySet()) {
      double frequency = weights.documentFrequencies()[rows.get(entry.getKey())];
      double idf = 1 + Math.log((1.0 + weights.documents()) / (1 + frequency));
      double value = (1 + Math.log(entry.getValue())) * idf;
      values.put(entry.getKey(), value);
      squares += value * value;
    }
    double[] logits = new double[weights.categories()];
    for (Map.Entry<String, Double> entry : values.entrySet()) {
      for (int category = 0; category < logits.length; category++) {
        double weight = weights.weight(rows.get(entry.getKey()), category);
        logits[category] += entry.getValue() / Math.sqrt(squares) * weight;
      }
    }
    return logits;
  }

  private static Map<String, Integer> rows(NgramWeights weights) {
    Map<String, Integer> rows = new HashMap<>();
    for (int id = 1; id < weights.vocabularySize(); id++) {
      rows.put("" + id, id);
    }
    for (int i = 0; i < weights.bigrams(); i++) {
      rows.put(weights.first()[i] + " " + weights.second()[i], weights.vocabularySize() + i);
    }
    rows.values().removeIf(row -> weights.documentFrequencies()[row] == 0);
    return rows;
  }

  private static Map<String, Integer> counts(int[] ids, Map<String, Integer> rows) {
    List<String> ngrams = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      ngrams.add("" + ids[i]);
      if (i > 0) {
        ngrams.add(ids[i - 1] + " " + ids[i]);
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    ngrams.stream().filter(rows::containsKey).forEach(n -> counts.merge(n, 1, Integer::sum));
    return counts;
  }
}
