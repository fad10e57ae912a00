/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.inference;

import java.util.Objects;

/**
 * The documents that go through one pass together, the longest first: those that still have a token
 * at a step are the first {@link #active} ones.
 *
 * <p>Reused from pass to pass by one thread.
 */
final class PackedBatch {

  private final int[][] ids;
  private final int[] lengths;
  private int size;

  PackedBatch(int capacity) {
    this.ids = new int[capacity][];
    this.lengths = new int[capacity];
  }

  void clear() {
    size = 0;
  }

  /** Adds a document that is no longer than those before it. */
  void add(int[] document, int length) {
    Objects.checkFromIndexSize(0, length, document.length);
    ids[size] = document;
    lengths[size++] = length;
  }

  int size() {
    return size;
  }

  /** How many tokens the longest document has. */
  int steps() {
    return lengths[0];
  }

  int length(int document) {
    return lengths[document];
  }

  /** The ids of a document, and maybe more behind its length. */
  int[] ids(int document) {
    return ids[document];
  }

  /** How many documents have a token at a step. */
  int active(int step) {
    int active = size;
    while (lengths[active - 1] <= step) {
      active--;
    }
    return active;
  }

  /** The id that a layer reads at a step: the backward one starts at the end. */
  int id(int document, int step, boolean backward) {
    return ids[document][backward ? lengths[document] - 1 - step : step];
  }
}
