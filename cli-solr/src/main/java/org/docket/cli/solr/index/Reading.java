/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import org.docket.cli.solr.index.fields.IndexDocument;

/** Counts what was read. For one thread. */
final class Reading {

  private final Duplicates duplicates = new Duplicates();
  private long documents;
  private long withoutText;
  private IndexDocument first;

  void document(IndexDocument document, boolean hasText) {
    documents++;
    withoutText += hasText ? 0 : 1;
    duplicates.note(document.id());
    first = first == null ? document : first;
  }

  /** How many documents there were. */
  long documents() {
    return documents;
  }

  long withoutText() {
    return withoutText;
  }

  /** Those whose id had come before. */
  Duplicates duplicates() {
    return duplicates;
  }

  /** The first document; null if there was none. */
  IndexDocument first() {
    return first;
  }
}
