/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

import java.util.Collection;
import java.util.Map;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.SolrInputField;

/** How much memory a document takes, roughly. */
public final class DocumentSize {

  private DocumentSize() {}

  /** The characters (and bytes) of all values, those of child documents included. */
  public static long chars(SolrInputDocument document) {
    long chars = 0;
    for (SolrInputField field : document.values()) {
      chars += chars(field.getValue());
    }
    return document.hasChildDocuments() ? chars + sum(document.getChildDocuments()) : chars;
  }

  /** Solr's document is a map too, and what it maps to are its fields. */
  private static long chars(Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    }
    if (value instanceof byte[] bytes) {
      return bytes.length;
    }
    if (value instanceof SolrInputDocument document) {
      return chars(document);
    }
    if (value instanceof Map<?, ?> map) {
      return sum(map.values());
    }
    return value instanceof Collection<?> values ? sum(values) : 0;
  }

  private static long sum(Collection<?> values) {
    return values.stream().mapToLong(DocumentSize::chars).sum();
  }
}
