/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.tagger;

import org.apache.solr.common.SolrException;
import org.apache.solr.request.SolrQueryRequest;
import org.docket.TextCategorizer;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.metrics.ModelInfo;

/** What tags documents, once its core has started. Safe for use by many threads. */
public interface Tagger {

  /** The parameters as solrconfig.xml has them. */
  DoccatConfig config();

  /**
   * The parameters as a request changes them.
   *
   * @throws SolrException (a bad request) if it sets one wrongly
   */
  DoccatConfig config(SolrQueryRequest request);

  /** The model. */
  TextCategorizer categorizer();

  /** What the model is called. */
  ModelInfo model();
}
