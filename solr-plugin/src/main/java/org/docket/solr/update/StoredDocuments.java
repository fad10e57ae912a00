/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.component.RealTimeGetComponent;
import org.apache.solr.handler.component.RealTimeGetComponent.Resolution;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.schema.IndexSchema;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.UpdateLog;

/** Documents as this core has them, those included that no search finds yet. */
final class StoredDocuments {

  private final SolrCore core;
  private final Runnable beforeReading;

  /**
   * Of a request's core.
   *
   * @param beforeReading sends on the documents that wait, which are to be read too
   */
  StoredDocuments(SolrQueryRequest request, Runnable beforeReading) {
    this.core = request.getCore();
    this.beforeReading = beforeReading;
  }

  /**
   * Reads a document.
   *
   * @param command what adds the document, or the one that it is nested in
   * @param document what has its id
   * @return what is stored; nothing if there is no such document
   */
  Optional<SolrInputDocument> read(AddUpdateCommand command, SolrInputDocument document)
      throws IOException {
    IndexSchema schema = core.getLatestSchema();
    String id = schema.printableUniqueKey(document);
    if (id == null || !hasId(command)) {
      return Optional.empty();
    }
    BytesRef root = command.getIndexedId();
    beforeReading.run();
    return Optional.ofNullable(
        RealTimeGetComponent.getInputDocument(
            core, schema.indexableUniqueKey(id), root, null, null, Resolution.DOC));
  }

  /** Whether a document has its id already: something behind us may give it one. */
  boolean hasId(AddUpdateCommand command) {
    return hasId(core, command);
  }

  static boolean hasId(SolrCore core, AddUpdateCommand command) {
    return core.getLatestSchema().printableUniqueKey(command.getSolrInputDocument()) != null;
  }

  /** Whether documents have versions here. */
  boolean hasVersions() {
    return core.getUpdateHandler().getUpdateLog() != null;
  }

  /** The version of the document that a command changes; -1 if there is none. */
  long version(AddUpdateCommand command) {
    beforeReading.run();
    return version(core, command);
  }

  /** Without those documents that wait. */
  static long version(SolrCore core, AddUpdateCommand command) {
    UpdateLog log = core.getUpdateHandler().getUpdateLog();
    Long version = log.getVersionInfo().lookupVersion(command.getIndexedId());
    return version == null || version < 0 ? -1 : version;
  }
}
