/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.Collections;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.solr.common.SolrInputDocument;
import org.docket.cli.solr.index.fields.IndexDocument;

/** Documents as Solr's client sends them. */
final class Documents {

  private static final String VERSION = "_version_";
  private static final String SET = "set";

  private Documents() {}

  /** A new document. */
  static SolrInputDocument whole(String uniqueKey, IndexDocument document, long version) {
    SolrInputDocument whole = new SolrInputDocument();
    whole.setField(uniqueKey, document.id());
    document
        .fields()
        .forEach(
            (field, value) -> {
              if (!value.equals("")) {
                whole.setField(field, value);
              }
            });
    whole.setField(VERSION, version);
    return whole;
  }

  /**
   * A partial update, in which plain values act as "set" too: so the processors that read dates and
   * trim texts, which do not look into operations, find them as in new documents. One operation
   * there must be: else it would be a whole document.
   */
  static SolrInputDocument partial(
      String uniqueKey, IndexDocument document, Predicate<String> sources) {
    SolrInputDocument partial = new SolrInputDocument();
    partial.setField(uniqueKey, document.id());
    boolean operation = false;
    for (Map.Entry<String, Object> field : document.fields().entrySet()) {
      boolean empty = field.getValue().equals("");
      boolean explicit = empty || sources.test(field.getKey());
      operation |= explicit;
      partial.setField(
          field.getKey(),
          empty
              ? Collections.singletonMap(SET, null)
              : explicit ? Map.of(SET, field.getValue()) : field.getValue());
    }
    if (!operation) {
      String first = document.fields().keySet().iterator().next();
      partial.setField(first, Map.of(SET, document.fields().get(first)));
    }
    return partial;
  }
}
