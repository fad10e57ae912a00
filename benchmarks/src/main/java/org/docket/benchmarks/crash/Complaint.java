/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

/**
 * A document to index.
 *
 * @param id ends in the number of its text
 * @param text the narrative
 */
record Complaint(String id, String text) {

  /** One line of CSV. */
  String csv() {
    return id + ",\"" + text.replace("\"", "\"\"") + "\"\n";
  }
}
