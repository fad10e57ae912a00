/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;

/** The work failed, and the command line is not to blame. The message says what serves now. */
final class DeployFailedException extends IOException {

  private static final long serialVersionUID = 1;

  DeployFailedException(String message) {
    super(message);
  }

  DeployFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
