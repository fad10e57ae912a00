/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import java.util.List;
import org.apache.solr.common.SolrInputDocument;

/**
 * Asks what documents would be tagged with.
 *
 * @param documents whole ones, at most {@value #MAX_DOCUMENTS}
 */
public record DocumentsQuery(List<SolrInputDocument> documents, TaggerQuery tagger)
    implements Question {

  static final String DOCUMENTS = "documents";

  static final int MAX_DOCUMENTS = 1000;

  /** Copies the list. */
  public DocumentsQuery {
    documents = List.copyOf(documents);
  }
}
