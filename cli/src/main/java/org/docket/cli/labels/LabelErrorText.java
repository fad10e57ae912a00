/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.labels;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.docket.cli.Preview;
import org.docket.evaluation.LabelErrorPair;
import org.docket.evaluation.LabelErrors;

/** Likely label errors as text for a terminal. */
public final class LabelErrorText {

  private static final int PAIRS = 10;
  private static final int FIRST = 10;

  /** So much of a text fits beside the indentation. */
  private static final int START = 72;

  private LabelErrorText() {}

  /**
   * Prints how many there are, of which pairs of labels, and the most likely ones.
   *
   * @param severalFiles whether a place needs the name of its file
   */
  public static void print(LabelErrorListing listing, boolean severalFiles, PrintWriter out) {
    LabelErrors errors = listing.errors();
    out.printf(
        Locale.ROOT,
        "%nlikely label errors: %.1f %% of %,d documents by estimate (%,.0f), %,d listed%n",
        100 * errors.estimatedShare(),
        errors.documents(),
        errors.estimated(),
        listing.size());
    if (listing.size() == 0) {
      return;
    }
    out.println("(read them first: a poor model blames labels, one trained on them hides errors)");
    printPairs(listing.pairs(), out);
    out.println();
    for (ListedLabelError error : listing.first(FIRST)) {
      print(error, severalFiles, out);
    }
  }

  private static void printPairs(List<LabelErrorPair> pairs, PrintWriter out) {
    out.printf(Locale.ROOT, "%ndocuments  given label -> likely label%n");
    for (LabelErrorPair pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
      out.printf(Locale.ROOT, "%,9d  %s -> %s%n", pair.listed(), pair.given(), pair.likely());
    }
    if (pairs.size() > PAIRS) {
      int rest = pairs.subList(PAIRS, pairs.size()).stream().mapToInt(LabelErrorPair::listed).sum();
      out.printf(Locale.ROOT, "%,9d  of %,d other pairs%n", rest, pairs.size() - PAIRS);
    }
  }

  private static void print(ListedLabelError error, boolean severalFiles, PrintWriter out) {
    DocumentPlace place = error.place();
    out.printf(
        Locale.ROOT,
        "%srow %d (line %d%s): %s %.3f -> %s %.3f%n      %s%n",
        severalFiles ? place.fileName() + ", " : "",
        place.row(),
        place.line(),
        place.id().isEmpty() ? "" : ", " + Preview.of(place.id(), START),
        error.given().category(),
        error.given().probability(),
        error.likely().category(),
        error.likely().probability(),
        Preview.of(error.start(), START));
  }
}
