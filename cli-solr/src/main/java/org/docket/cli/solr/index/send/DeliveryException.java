/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.docket.cli.solr.index.send.Patience.GoneException;
import org.docket.cli.solr.index.send.Stop.StoppedException;

/** A batch could not be delivered, for the reason that is the cause. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeliveryException(Throwable cause) {
    super(of(cause).getMessage(), of(cause));
  }

  private static Throwable of(Throwable cause) {
    return cause instanceof UncheckedIOException wrapped ? wrapped.getCause() : cause;
  }

  /** Whether a file could not be written, such as on a full disk; the message names it. */
  public boolean isFile() {
    return getCause() instanceof IOException;
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
