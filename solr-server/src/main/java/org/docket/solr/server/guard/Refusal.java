/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

/** A request that is not let through. Its message says why and what to do, in a line. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /** The longest piece of a request that is repeated in an answer. */
  private static final int SHOWN = 80;

  Refusal(String message) {
    super(message);
  }

  /** What came with a request, fit for a line of text. */
  static String shown(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "...";
  }
}
