/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;

/** Compressed data needs more memory than it gets. */
final class MemoryException extends IOException {

  private static final long serialVersionUID = 1L;
}
