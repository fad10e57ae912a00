/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.reviewed;

import java.time.Instant;
import org.docket.corpus.Split;

/** A document that people reviewed, once or more often. Its last review counts. For one thread. */
public final class ReviewedDocument {

  private final String textKey;
  private final WordSketch words;
  private final long groupKey;
  private String category;
  private Instant at;
  private long number;
  private ReviewedDocument same = this;
  private boolean disputed;
  private boolean hidden;
  private boolean met;

  ReviewedDocument(Review review, long number) {
    textKey = SameText.key(review.text());
    words = WordSketch.of(review.text());
    groupKey = Split.groupKey(review.text());
    category = review.category();
    at = review.at().orElse(Instant.MIN);
    this.number = number;
  }

  /** What the last review says. */
  public String category() {
    return root().category;
  }

  /** Whether it is to be validated on, and so must not be learned from. */
  public boolean isHidden() {
    return root().hidden;
  }

  ReviewedDocument root() {
    ReviewedDocument root = this;
    while (root.same != root) {
      root = root.same;
    }
    return root;
  }

  /** Becomes the same document as another one, whose reviews came before. */
  void join(ReviewedDocument before) {
    ReviewedDocument older = before.root();
    ReviewedDocument newer = root();
    if (older == newer) {
      return;
    }
    boolean differ = !older.category.equals(newer.category);
    if (newer.at.isBefore(older.at)) {
      newer.same = older;
      older.disputed |= differ || newer.disputed;
      older.hidden |= newer.hidden;
    } else {
      older.same = newer;
      newer.disputed |= differ || older.disputed;
      newer.hidden |= older.hidden;
    }
  }

  boolean resembles(WordSketch others, double share) {
    return words.resemblance(others) >= share;
  }

  String textKey() {
    return textKey;
  }

  long groupKey() {
    return groupKey;
  }

  long number() {
    return root().number;
  }

  /** Whether its reviews gave it different categories. */
  boolean isDisputed() {
    return root().disputed;
  }

  void hide() {
    root().hidden = true;
  }

  /** Its very text was met, with its label, elsewhere. */
  void meet() {
    root().met = true;
  }

  boolean isMet() {
    return root().met;
  }
}
