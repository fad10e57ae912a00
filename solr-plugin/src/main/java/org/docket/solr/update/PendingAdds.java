/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.ArrayList;
import java.util.List;
import org.docket.solr.document.DocumentSize;

/** Documents that wait, in the order in which they came. Bounded in number and in memory. */
final class PendingAdds {

  /** About 2 MB of text, whatever the number of documents; the last one may exceed it. */
  static final long MAX_CHARS = 1_000_000;

  private final int maxSize;
  private List<PendingAdd> adds = new ArrayList<>();
  private long chars;

  PendingAdds(int maxSize) {
    this.maxSize = maxSize;
  }

  void add(PendingAdd add) {
    adds.add(add.copy());
    chars += DocumentSize.chars(add.document());
  }

  int size() {
    return adds.size();
  }

  boolean isEmpty() {
    return adds.isEmpty();
  }

  boolean isFull() {
    return adds.size() >= maxSize || chars >= MAX_CHARS;
  }

  /** Takes all documents out. */
  List<PendingAdd> takeAll() {
    List<PendingAdd> taken = adds;
    adds = new ArrayList<>();
    chars = 0;
    return taken;
  }
}
