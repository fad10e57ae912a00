/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.io.FilterWriter;
import java.io.Writer;

/** A writer that others may close without closing the one below, which is not theirs. */
final class NotClosed extends FilterWriter {

  NotClosed(Writer out) {
    super(out);
  }

  @Override
  public void close() {
    // The one below stays open.
  }
}
