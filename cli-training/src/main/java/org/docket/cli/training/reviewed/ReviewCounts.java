/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.reviewed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.docket.corpus.reviewed.ReviewedDocument;
import org.docket.corpus.reviewed.ReviewedDocuments;
import org.docket.error.NearestName;

/** Counts what reviews did to the documents of a training, and tells it. For one thread. */
final class ReviewCounts {

  private static final int SHOWN = 5;

  private final Set<String> categories = new HashSet<>();
  private long replaced;
  private long differed;
  private long labelled;
  private long dropped;
  private long contradicted;

  /** A document that nobody reviewed. */
  void other(String category) {
    categories.add(category);
  }

  /** A document that is validated on, and not learned from. */
  void drop() {
    dropped++;
  }

  /** A document that gets the label of a review. */
  void replace(String before, String after) {
    categories.add(before);
    replaced += before.isEmpty() ? 0 : 1;
    labelled += before.isEmpty() ? 1 : 0;
    differed += before.isEmpty() || before.equals(after) ? 0 : 1;
  }

  /** A document to validate on that was reviewed. */
  void validated(String label, String reviewed) {
    contradicted += label.equals(reviewed) ? 0 : 1;
  }

  long replaced() {
    return replaced;
  }

  long differed() {
    return differed;
  }

  /** What was done, in a line. */
  String sum(ReviewedDocuments documents, double weight) {
    long all = documents.documents().size();
    return String.format(
        Locale.ROOT,
        "reviewed: %s%s, learned from%s and not validated on; labels of --input that they replace:"
            + " %,d, of these by another one: %,d%s",
        counted(all - hidden(documents)),
        documents.reviews() == all
            ? ""
            : String.format(Locale.ROOT, " (%,d reviews)", documents.reviews()),
        weight == 1 ? "" : " with weight " + weight,
        replaced,
        differed,
        labelled == 0
            ? ""
            : String.format(Locale.ROOT, "; texts that had no label before: %,d", labelled));
  }

  /** What a person should know, a line each. */
  List<String> notices(ReviewedDocuments documents, boolean split) {
    List<String> notices = new ArrayList<>();
    count(
        notices,
        documents.disputed(),
        "reviewed more than once, with different categories: %s; the last review counts, by"
            + " reviewed_at");
    count(
        notices,
        documents.strangers(),
        "with the id of a reviewed document and a text unlike its: %s, taken for others; do both"
            + " files mean the same ids?");
    hidden(documents, notices);
    fresh(documents, split).ifPresent(notices::add);
    return notices;
  }

  private static void count(List<String> notices, long count, String text) {
    if (count > 0) {
      notices.add(String.format(Locale.ROOT, text, counted(count)));
    }
  }

  private static String counted(long documents) {
    return String.format(Locale.ROOT, documents == 1 ? "%,d document" : "%,d documents", documents);
  }

  private void hidden(ReviewedDocuments documents, List<String> notices) {
    long hidden = hidden(documents);
    if (hidden == 0) {
      return;
    }
    notices.add(
        String.format(
            Locale.ROOT,
            "in --validation too, or beginning as a document there does, and so not learned from:"
                + " %,d of the %,d reviewed documents%s",
            hidden,
            documents.documents().size(),
            dropped == 0 ? "" : ", and " + counted(dropped) + " of --input like them"));
    count(
        notices,
        contradicted,
        "with another label in --validation than people gave: %s; the figures take that of"
            + " --validation for the right one");
  }

  static long hidden(ReviewedDocuments documents) {
    return documents.documents().stream().filter(ReviewedDocument::isHidden).count();
  }

  /** Categories that are nowhere else. */
  private Optional<String> fresh(ReviewedDocuments documents, boolean split) {
    SortedMap<String, Long> fresh = new TreeMap<>();
    documents.documents().stream()
        .filter(document -> !document.isHidden() && !categories.contains(document.category()))
        .forEach(document -> fresh.merge(document.category(), 1L, Long::sum));
    if (fresh.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s in --reviewed only: %s%s; with fewer than some ten documents a category is hardly"
                + " learned%s",
            fresh.size() == 1 ? "1 category is" : fresh.size() + " categories are",
            fresh.entrySet().stream()
                .limit(SHOWN)
                .map(ReviewCounts::shown)
                .collect(Collectors.joining(", ")),
            fresh.size() > SHOWN ? ", …" : "",
            split ? ", and no figure is of it, for what was reviewed is not validated on" : ""));
  }

  private static String shown(Map.Entry<String, Long> category) {
    return String.format(
        Locale.ROOT, "\"%s\" (%,d)", NearestName.shown(category.getKey()), category.getValue());
  }
}
