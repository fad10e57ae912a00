/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

/** Shows how far work has come. */
public interface Indicator extends AutoCloseable {

  /** Shows nothing. */
  Indicator NONE =
      new Indicator() {
        @Override
        public void stepped() {}

        @Override
        public void close() {}
      };

  /** There has been progress. */
  void stepped();

  /** The work is over. */
  @Override
  void close();
}
