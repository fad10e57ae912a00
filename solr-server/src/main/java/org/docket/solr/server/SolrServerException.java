/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

/** Solr cannot run: the port is taken, or its home is not as it should be. */
public class SolrServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SolrServerException(String message, Throwable cause) {
    super(message, cause);
  }

  public SolrServerException(String message) {
    super(message);
  }
}
