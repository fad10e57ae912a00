/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

/** Solr cannot be started or stopped. */
public class SolrServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SolrServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
