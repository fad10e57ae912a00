/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.update.AddUpdateCommand;

/**
 * A document on its way into the index.
 *
 * @param command how to add it
 * @param text the text to categorize; blank if the document is passed through as it came
 */
record PendingAdd(AddUpdateCommand command, String text) {

  /** One that can wait: Solr's loaders use the same command for the next document. */
  PendingAdd copy() {
    return new PendingAdd((AddUpdateCommand) command.clone(), text);
  }

  SolrInputDocument document() {
    return command.getSolrInputDocument();
  }

  boolean hasText() {
    return !text.isBlank();
  }
}
