/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.reviewed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents that people reviewed, and how a document of a corpus is known for one of them.
 *
 * <p>It is the same document if the text is the same but for case, blanks and punctuation, whatever
 * the ids are: no model can tell such texts apart. It is also the same if the id is, and half of
 * the words: it was edited. An id alone is not enough, for many a table numbers its rows.
 *
 * <p>Of the texts nothing is held but hashes, some 700 bytes a document. For one thread.
 */
public final class ReviewedDocuments {

  private static final double ALIKE = 0.5;

  private final Map<String, ReviewedDocument> byText = new HashMap<>();
  private final Map<String, ReviewedDocument> byId = new HashMap<>();

  /** By number. */
  private final List<ReviewedDocument> all = new ArrayList<>();

  private long strangers;

  /** Takes a review; of equally old ones of a document the later one counts. */
  public void add(Review review) {
    ReviewedDocument document = new ReviewedDocument(review, all.size());
    all.add(document);
    Optional<ReviewedDocument> sameText = Optional.ofNullable(byText.get(document.textKey()));
    Optional<ReviewedDocument> sameId =
        review
            .id()
            .map(byId::get)
            .filter(other -> other.resembles(WordSketch.of(review.text()), ALIKE));
    sameText.ifPresent(document::join);
    sameId.ifPresent(document::join);
    byText.put(document.textKey(), document);
    review.id().ifPresent(id -> byId.put(id, document));
  }

  /** How many reviews there are. */
  public int reviews() {
    return all.size();
  }

  /** The documents, each once. */
  public List<ReviewedDocument> documents() {
    return all.stream().filter(document -> document.root() == document).toList();
  }

  /** How many documents were given different categories by their reviews. */
  public long disputed() {
    return documents().stream().filter(ReviewedDocument::isDisputed).count();
  }

  /** The reviewed document that a document to learn from is, if it is one. */
  public Optional<ReviewedDocument> find(String text, Optional<String> id) {
    String key = SameText.key(text);
    Optional<ReviewedDocument> found = same(key, text, id);
    found.filter(document -> document.textKey().equals(key)).ifPresent(ReviewedDocument::meet);
    return found;
  }

  /** The reviewed document that a document to validate on is, which is hidden then. */
  public Optional<ReviewedDocument> hide(String text, Optional<String> id) {
    Optional<ReviewedDocument> found = same(SameText.key(text), text, id);
    found.ifPresent(ReviewedDocument::hide);
    return found;
  }

  private Optional<ReviewedDocument> same(String key, String text, Optional<String> id) {
    Optional<ReviewedDocument> sameText = Optional.ofNullable(byText.get(key));
    Optional<ReviewedDocument> sameId = sameText.isPresent() ? Optional.empty() : id.map(byId::get);
    if (sameId.isPresent() && !sameId.get().resembles(WordSketch.of(text), ALIKE)) {
      strangers++;
      return Optional.empty();
    }
    return sameText.or(() -> sameId).map(ReviewedDocument::root);
  }

  /** How many documents had the id of a reviewed one, and another text. */
  public long strangers() {
    return strangers;
  }

  /** Hides the documents that begin alike, as texts of the same side of a split do. */
  public void hideGroups(Set<Long> groupKeys) {
    all.stream()
        .filter(document -> groupKeys.contains(document.groupKey()))
        .forEach(ReviewedDocument::hide);
  }

  /**
   * What is to be learned of a review beside all that {@link #find} found: it is the last one of
   * its document, the document is not hidden, and its text was not met.
   *
   * @param number of the review, from 0, in the order in which they were added
   * @return nothing if it is not to be learned
   * @throws IllegalStateException if the text is not that of the review
   */
  public Optional<ReviewedDocument> toLearn(int number, String text) {
    ReviewedDocument document = number < all.size() ? all.get(number) : null;
    if (document == null || !document.textKey().equals(SameText.key(text))) {
      throw new IllegalStateException("review " + number + " is of another text");
    }
    boolean last = document.number() == number;
    return last && !document.isHidden() && !document.isMet()
        ? Optional.of(document)
        : Optional.empty();
  }
}
