/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.PrintWriter;

/**
 * Ends a command whose output goes nowhere any more: the disk is full, or who read it has gone.
 * {@link Docket} tells which, if that is worth a line.
 */
public final class OutputLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private OutputLostException() {
    super("the output cannot be written");
  }

  /**
   * Hands on what has been printed.
   *
   * @throws OutputLostException if it, or anything before, could not be written: the work for more
   *     of it would be in vain
   */
  public static void flush(PrintWriter out) {
    if (out.checkError()) { // which flushes
      throw new OutputLostException();
    }
  }
}
