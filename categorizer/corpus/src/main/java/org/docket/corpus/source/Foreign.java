/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

/**
 * What is no text that Docket reads.
 *
 * @param what such as "an Excel workbook"
 * @param remedy what to do
 */
record Foreign(String what, String remedy) {

  /** What is told, in one line. */
  String message(String name) {
    return name + " is " + what + ", which Docket does not read: " + remedy;
  }
}
