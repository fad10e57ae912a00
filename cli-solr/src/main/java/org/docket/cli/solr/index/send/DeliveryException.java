/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import org.docket.cli.solr.index.send.Patience.GoneException;
import org.docket.cli.solr.index.send.Stop.StoppedException;

/** A batch could not be delivered, for the reason that is the cause. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeliveryException(Throwable cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether somebody asked for it. */
  public boolean isStop() {
    return getCause() instanceof StoppedException;
  }

  /** Whether Solr is away, or refuses everything: the work can go on later. */
  public boolean isSolr() {
    return getCause() instanceof GoneException
        || getCause() instanceof org.apache.solr.common.SolrException;
  }
}
