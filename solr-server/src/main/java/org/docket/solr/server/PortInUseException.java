/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

/** Solr cannot listen where it was told to, because another program does. */
public final class PortInUseException extends SolrServerException {

  private static final long serialVersionUID = 1L;

  PortInUseException(int port, Throwable cause) {
    super("port " + port + " is in use; stop the program that uses it, or choose another", cause);
  }
}
