/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.tagger;

import org.apache.solr.common.SolrException;
import org.apache.solr.request.SolrQueryRequest;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.metrics.ModelInfo;
import org.docket.solr.update.Tagging;

/** What tags documents, once its core has started. Safe for use by many threads. */
public interface Tagger {

  /** The parameters as solrconfig.xml has them. */
  DoccatConfig config();

  /**
   * What a request is tagged with.
   *
   * @throws SolrException (a bad request) if it sets a parameter wrongly
   */
  Tagging tagging(SolrQueryRequest request);

  /** What the model is called. */
  ModelInfo model();
}
