/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import org.docket.corpus.Split;

/**
 * Which documents are put aside to compare models on: a fifth, by the group of their text. Form
 * letters fall on one side, and a document on the same side in every export.
 */
final class HeldOut {

  private static final int ONE_IN = 5;

  private HeldOut() {}

  static boolean has(String text) {
    return Long.remainderUnsigned(mix(Split.groupKey(text)), ONE_IN) == 0;
  }

  /** The finalizer of MurmurHash3, 64 bits: the last bits of FNV-1a alone are not as even. */
  private static long mix(long key) {
    long hash = key;
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
