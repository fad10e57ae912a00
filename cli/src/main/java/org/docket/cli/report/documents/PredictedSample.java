/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.docket.Categorization;

/**
 * Some documents of each category that a model predicts, each as likely as any other of the
 * category (Vitter 1985, algorithm R): of those categories that most documents get. Long texts are
 * left out, of which the words are not weighed one by one. The same documents give the same sample.
 * For one thread.
 */
public final class PredictedSample {

  /** Of a category. */
  static final int DOCUMENTS = 40;

  /** The most categories that are sampled at once. */
  static final int CATEGORIES = 30;

  private static final int MAX_CHARS = 4000;
  private static final long SEED = 2014;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final Map<Integer, Reservoir> reservoirs = new HashMap<>();

  private static final class Reservoir {
    private final List<Candidate> documents = new ArrayList<>();
    private int seen;
  }

  /** Looks at a document. */
  public void add(JudgedText judged, Categorization answer) {
    if (answer.abstains() || judged.document().text().length() > MAX_CHARS) {
      return;
    }
    int count = counts.merge(judged.predicted(), 1, Integer::sum);
    if (!reservoirs.containsKey(judged.predicted()) && !makeRoom(count)) {
      return;
    }
    Reservoir reservoir =
        reservoirs.computeIfAbsent(judged.predicted(), category -> new Reservoir());
    reservoir.seen++;
    if (reservoir.documents.size() < DOCUMENTS) {
      reservoir.documents.add(Candidate.of(judged, answer));
      return;
    }
    int place = random.nextInt(reservoir.seen);
    if (place < DOCUMENTS) {
      reservoir.documents.set(place, Candidate.of(judged, answer));
    }
  }

  /** The documents of each category, by the category. */
  Map<Integer, List<Candidate>> documents() {
    Map<Integer, List<Candidate>> documents = new HashMap<>();
    reservoirs.forEach((category, reservoir) -> documents.put(category, reservoir.documents));
    return documents;
  }

  /** A category that has become larger than the smallest one that is sampled takes its place. */
  private boolean makeRoom(int count) {
    if (reservoirs.size() < CATEGORIES) {
      return true;
    }
    int smallest =
        reservoirs.keySet().stream()
            .min(Comparator.comparingInt((Integer category) -> counts.get(category)))
            .orElseThrow();
    return counts.get(smallest) < count && reservoirs.remove(smallest) != null;
  }
}
