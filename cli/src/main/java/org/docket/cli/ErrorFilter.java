/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.concurrent.TimeUnit;

/**
 * The launcher sends standard error through a filter, a child process of this one, which takes out
 * Java's warning of the incubating module that the kernels use. It must have written all before the
 * shell goes on, lest a script that reads the errors finds none.
 */
final class ErrorFilter {

  private static final int SECONDS = 2;

  private ErrorFilter() {}

  /** Ends standard error, and waits until the filter has ended, where there is one. */
  static void close() {
    System.err.close();
    ProcessHandle.current().children().forEach(ErrorFilter::await);
  }

  private static void await(ProcessHandle child) {
    child.onExit().completeOnTimeout(child, SECONDS, TimeUnit.SECONDS).join();
  }
}
