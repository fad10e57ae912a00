/* SPDX-License-Identifier: Apache-2.0 */
package org.apache.solr.client.solrj.io;

import java.io.Closeable;
import org.apache.solr.client.solrj.impl.HttpSolrClientBase;

/**
 * Stands in for the class of solr-solrj-streaming 10.0.0, which is not in Maven Central: what a
 * Solr that starts asks of it. It is for streaming expressions.
 */
public class SolrClientCache implements Closeable {

  public SolrClientCache(HttpSolrClientBase client) {}

  public void setDefaultZKHost(String zkHost) {}

  @Override
  public void close() {}
}
