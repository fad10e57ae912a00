/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.error;

/**
 * Something that a person can mend: a missing or broken file, a wrong parameter, a bad row.
 *
 * <p>The message is complete: what is wrong, where, and what to do. The command line prints it as
 * it is, without a stack trace.
 */
public class DocketException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DocketException(String message) {
    super(message);
  }

  public DocketException(String message, Throwable cause) {
    super(message, cause);
  }
}
