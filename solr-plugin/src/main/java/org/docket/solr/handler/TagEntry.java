/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.SimpleOrderedMap;
import org.docket.solr.document.Tag;
import org.docket.solr.update.Tagging;

/** A tag as the fields that a document would have. */
final class TagEntry {

  private TagEntry() {}

  static SimpleOrderedMap<Object> of(Tag tag, Tagging tagging) {
    SolrInputDocument document = new SolrInputDocument();
    tagging.writer().write(document, tag);
    SimpleOrderedMap<Object> fields = new SimpleOrderedMap<>();
    document.forEach((name, field) -> fields.add(name, field.getValue()));
    return fields;
  }
}
