/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import org.docket.cli.solr.collection.SolrCollection;

/**
 * A core with a model in service.
 *
 * @param name of the core
 * @param solr how it is asked; closed with this
 */
record Served(String name, SolrCollection solr) implements AutoCloseable {

  String sha256() {
    return solr.info().model().sha256();
  }

  @Override
  public void close() {
    solr.close();
  }
}
