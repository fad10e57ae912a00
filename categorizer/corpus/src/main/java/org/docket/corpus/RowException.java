/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

/** What is wrong with a row; {@link DocumentSink} adds where. */
final class RowException extends Exception {

  private static final long serialVersionUID = 1L;

  RowException(String problem) {
    super(problem);
  }

  RowException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
