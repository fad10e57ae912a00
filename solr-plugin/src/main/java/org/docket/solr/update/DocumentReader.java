/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.Collection;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.AtomicUpdateDocumentMerger;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.document.SourceText;

/** Decides whether a document is to be tagged, and reads its text. Keeps no state. */
public final class DocumentReader {

  private final DoccatConfig config;

  public DocumentReader(DoccatConfig config) {
    this.config = config;
  }

  /** The document with its text, which is blank if it is to be passed through as it came. */
  PendingAdd read(AddUpdateCommand command) {
    return new PendingAdd(command, text(command));
  }

  private String text(AddUpdateCommand command) {
    SolrInputDocument document = command.getSolrInputDocument();
    if (AtomicUpdateDocumentMerger.isAtomicUpdate(command) || keepsCategory(document)) {
      return "";
    }
    return SourceText.of(document, config.sourceFields(), config.maxChars());
  }

  private boolean keepsCategory(SolrInputDocument document) {
    if (config.overwrite()) {
      return false;
    }
    Collection<Object> values = document.getFieldValues(config.categoryField());
    return values != null
        && values.stream().anyMatch(value -> value != null && !value.toString().isBlank());
  }
}
