/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

/**
 * Whether to look which documents exist before they are sent. Where none did for a while, and Solr
 * guards versions, they are sent as new ones at once: it refuses one that is there already, and
 * then all look again. Safe for use by many threads.
 */
final class Caution {

  /** So many batches one after another must be new. */
  static final int NEW_BATCHES = 4;

  private int newBatches;

  synchronized boolean looksFirst() {
    return newBatches < NEW_BATCHES;
  }

  /**
   * Somebody has looked, and sent.
   *
   * @param isNew whether no document was there
   * @param isGuarded whether Solr gave each a version: one that gives none, for want of an update
   *     log, replaces what is there
   */
  synchronized void looked(boolean isNew, boolean isGuarded) {
    newBatches = isNew && isGuarded ? newBatches + 1 : 0;
  }

  /** A document was there though nobody had looked. */
  synchronized void conflict() {
    newBatches = 0;
  }
}
