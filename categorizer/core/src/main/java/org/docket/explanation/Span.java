/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.explanation;

import java.util.ArrayList;
import java.util.List;

/**
 * Some of the different words of a passage, which are numbered as they first appear.
 *
 * @param from the first word's number
 * @param to the number after the last word's
 */
record Span(int from, int to) {

  int size() {
    return to - from;
  }

  /** Parts of about the same size. */
  List<Span> split(int count) {
    int parts = Math.min(count, size());
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      spans.add(new Span(bound(i, parts), bound(i + 1, parts)));
    }
    return spans;
  }

  private int bound(int part, int parts) {
    return from + (int) ((long) size() * part / parts);
  }
}
