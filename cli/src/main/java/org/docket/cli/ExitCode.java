/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

/** How a command ends, for the shell. */
public final class ExitCode {

  /** The work is done. */
  public static final int DONE = 0;

  /** The work failed. */
  public static final int FAILED = 1;

  /** The command line or a file is wrong; the user can mend it. */
  public static final int WRONG_INPUT = 2;

  /** Ctrl-C ended it: what a shell gives a process that SIGINT ends. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
