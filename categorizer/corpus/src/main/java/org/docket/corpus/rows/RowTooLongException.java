/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;

/** A row has more characters than are held. */
final class RowTooLongException extends IOException {

  private static final long serialVersionUID = 1L;

  RowTooLongException(int max) {
    super("the row is longer than " + max + " characters");
  }
}
