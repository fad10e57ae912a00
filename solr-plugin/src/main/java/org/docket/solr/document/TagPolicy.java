/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.docket.Categorization;
import org.docket.ScoredCategory;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.Labels;
import org.docket.solr.config.OnFailure;

/**
 * Decides what is written of what the model says: by threshold, label map, allow list and fallback.
 * Immutable.
 */
public final class TagPolicy {

  /** A string field takes no more than some 32,000 bytes. */
  private static final int MAX_MESSAGE = 1000;

  private final Labels labels;
  private final double threshold;
  private final int maxCount;
  private final Optional<String> fallback;
  private final OnFailure onFailure;

  /** The policy that the parameters set. */
  public TagPolicy(DoccatConfig config) {
    this.labels = config.labels();
    this.threshold = config.threshold();
    this.maxCount = config.fields().categories().isPresent() ? config.maxCount() : 0;
    this.fallback = config.fallback();
    this.onFailure = config.onFailure();
  }

  /**
   * The tag for an answer.
   *
   * @param cut whether the text was cut before the model saw it
   */
  public Tag of(Categorization answer, boolean cut) {
    if (answer.abstains()) {
      return without(Review.ABSTAINED, List.of());
    }
    List<ScoredCategory> ranked = labels.rename(answer.ranked());
    List<ScoredCategory> top = top(ranked);
    ScoredCategory best = ranked.get(0);
    if (!labels.allows(best.category())) {
      return without(Review.NOT_ALLOWED, top);
    }
    if (best.probability() < threshold) {
      return without(Review.BELOW_THRESHOLD, top);
    }
    boolean truncated = cut || answer.truncated();
    return new Tag(
        Optional.of(best.category()),
        Optional.of(best.probability()),
        top,
        truncated ? Optional.of(Review.TRUNCATED) : Optional.empty(),
        Optional.empty());
  }

  /** The tag of a document that could not be categorized and is indexed nevertheless. */
  public Tag of(RuntimeException failure) {
    String message = failure.toString();
    return new Tag(
        onFailure == OnFailure.FALLBACK ? fallback : Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(Review.FAILED),
        Optional.of(message.substring(0, Math.min(message.length(), MAX_MESSAGE))));
  }

  private List<ScoredCategory> top(List<ScoredCategory> ranked) {
    List<ScoredCategory> top = new ArrayList<>(Math.min(maxCount, ranked.size()));
    for (int i = 0; i < ranked.size() && top.size() < maxCount; i++) {
      if (labels.allows(ranked.get(i).category())) {
        top.add(ranked.get(i));
      }
    }
    return top;
  }

  private Tag without(Review reason, List<ScoredCategory> top) {
    return new Tag(fallback, Optional.empty(), top, Optional.of(reason), Optional.empty());
  }
}
