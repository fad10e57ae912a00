/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.docket.cli.solr.index.fields.IndexDocument;

/**
 * Which documents of a batch were in the collection before it: what is found later is ours. For one
 * thread.
 */
final class Origins {

  private final Map<String, Boolean> existed = new HashMap<>();

  /** These of them were there. */
  void looked(List<IndexDocument> documents, Collection<String> existing) {
    documents.forEach(each -> existed.putIfAbsent(each.id(), existing.contains(each.id())));
  }

  /**
   * They were sent without a look, in this order, and something went wrong: those before the one
   * that was there already are in. Without such a one, any may be.
   */
  void failed(List<IndexDocument> documents, Trouble trouble) {
    for (IndexDocument document : documents) {
      if (trouble.kind() == Trouble.Kind.CONFLICT
          && IndexTarget.isConflictOf(document.id(), trouble.reason())) {
        return;
      }
      existed.putIfAbsent(document.id(), false);
    }
  }

  boolean existed(IndexDocument document) {
    return existed.getOrDefault(document.id(), false);
  }
}
