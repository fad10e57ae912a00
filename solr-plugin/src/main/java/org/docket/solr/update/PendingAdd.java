/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.List;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;

/**
 * A document on its way into the index.
 *
 * @param command how to add it
 * @param texts what is to be categorized: that of the document, of documents nested in it, or
 *     nothing
 */
record PendingAdd(AddUpdateCommand command, List<PendingText> texts) {

  /** One that can wait: Solr's loaders use the same command for the next document. */
  PendingAdd copy() {
    return new PendingAdd((AddUpdateCommand) command.clone(), texts);
  }

  SolrInputDocument document() {
    return command.getSolrInputDocument();
  }

  boolean hasText() {
    return !texts.isEmpty();
  }
}
