/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures a {@link Profile} on a model's answers to documents of its own kind, such as those that
 * it was validated on. For one thread.
 *
 * <p>The lowest coverage that passes is chosen so that hardly any document of the kind is taken for
 * another. People write of the same things with words that the corpus lacks, and shorter; so the
 * share of unknown tokens that one document in 200 exceeds is doubled. Text in other languages has
 * several times as many.
 */
public final class ProfileBuilder {

  /** The share of the documents that are beyond the quantile. */
  private static final double RARE = 0.005;

  /** Fewer documents do not tell what is rare. */
  private static final int ENOUGH = (int) (1 / RARE);

  private static final double MARGIN = 2;

  /** Where all documents are covered, as with forms, one unknown word is still none too many. */
  private static final double HIGHEST = 0.75;

  /** An answer with at least one known token. */
  private record Answer(double coverage, int category, double confidence) {}

  private final int categories;
  private final List<Answer> answers = new ArrayList<>();
  private int documents;

  /**
   * @param categories how many the model has
   */
  public ProfileBuilder(int categories) {
    this.categories = categories;
  }

  /**
   * Adds an answer.
   *
   * @param known tokens that are in the vocabulary
   * @param tokens all that were read
   * @param category the number of the best one
   * @param confidence its probability
   */
  public void add(int known, int tokens, int category, double confidence) {
    documents++;
    if (known > 0) {
      answers.add(new Answer(Coverage.of(known, tokens), category, confidence));
    }
  }

  /** What was measured. */
  public Profile build() {
    float minCoverage = (float) minCoverage();
    List<Integer> predicted = new ArrayList<>(Collections.nCopies(categories, 0));
    double sum = 0;
    int answered = 0;
    for (Answer answer : answers) {
      if (answer.coverage() >= minCoverage) {
        predicted.set(answer.category(), predicted.get(answer.category()) + 1);
        sum += answer.confidence();
        answered++;
      }
    }
    double meanConfidence = answered == 0 ? 0 : sum / answered;
    return new Profile(minCoverage, documents, predicted, (float) rounded(meanConfidence));
  }

  /** The last digits of a probability are the machine's. */
  private static double rounded(double confidence) {
    return Math.round(confidence * 1e4) / 1e4;
  }

  private double minCoverage() {
    if (answers.size() < ENOUGH) {
      return 0;
    }
    double[] coverage = answers.stream().mapToDouble(Answer::coverage).sorted().toArray();
    double rare = coverage[(int) (RARE * coverage.length)];
    return Math.max(0, Math.min(HIGHEST, 1 - MARGIN * (1 - rare)));
  }
}
