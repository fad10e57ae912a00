/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.SolrInputField;

/** The documents within a document: its children, their children, and so on. */
final class NestedDocuments {

  private NestedDocuments() {}

  /** All of them, those in the operations of a partial update included. */
  static List<SolrInputDocument> of(SolrInputDocument document) {
    List<SolrInputDocument> found = new ArrayList<>();
    collect(document, found);
    return found;
  }

  private static void collect(SolrInputDocument document, List<SolrInputDocument> found) {
    for (SolrInputField field : document.values()) {
      collectValue(field.getValue(), found);
    }
    if (document.hasChildDocuments()) {
      collectValue(document.getChildDocuments(), found);
    }
  }

  private static void collectValue(Object value, List<SolrInputDocument> found) {
    if (value instanceof SolrInputDocument child) {
      found.add(child);
      collect(child, found);
    } else if (value instanceof Collection<?> values) {
      values.forEach(one -> collectValue(one, found));
    } else if (value instanceof Map<?, ?> operations) {
      operations.values().forEach(operand -> collectValue(operand, found));
    }
  }
}
