/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.Optional;
import java.util.function.Predicate;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.SolrInputField;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.AtomicUpdateDocumentMerger;

/** Makes of a partial update what Solr will make of it. */
final class Merging {

  /** Solr's merging asks for an id, which a processor behind us may give only later. */
  private static final String WITHOUT_ID = "new";

  private Merging() {}

  /**
   * Some fields of the stored document as they will be.
   *
   * @param wanted which
   */
  static SolrInputDocument merge(
      AddUpdateCommand command,
      SolrInputDocument update,
      Optional<SolrInputDocument> old,
      Predicate<String> wanted) {
    String key = command.getReq().getSchema().getUniqueKeyField().getName();
    Object id = update.containsKey(key) ? update.getFieldValue(key) : WITHOUT_ID;
    SolrInputDocument operations = new SolrInputDocument(key, id.toString());
    for (SolrInputField field : update) {
      if (wanted.test(field.getName())) {
        operations.put(field.getName(), field.deepCopy());
      }
    }
    SolrInputDocument merged =
        old.map(SolrInputDocument::deepCopy).orElseGet(SolrInputDocument::new);
    merged.setField(key, id.toString());
    return new AtomicUpdateDocumentMerger(command.getReq()).merge(operations, merged);
  }
}
