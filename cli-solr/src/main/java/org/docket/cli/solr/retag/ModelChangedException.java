/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;

/** Another model has come into service meanwhile: what was announced does not hold any more. */
final class ModelChangedException extends IOException {

  private static final long serialVersionUID = 1;

  ModelChangedException(String before, String now) {
    super(
        "the model in service has changed from "
            + before
            + " to "
            + now
            + " meanwhile: stopped; run retag again to see what this one would change");
  }
}
