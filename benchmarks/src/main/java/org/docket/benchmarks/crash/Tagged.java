/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

/**
 * A document in the index.
 *
 * @param id as it was sent
 * @param category what Docket wrote; empty if nothing
 * @param score the same
 */
record Tagged(String id, String category, String score) {

  /** Reads a line of the index's answer, whose columns are separated by tabs. */
  static Tagged parse(String line) {
    String[] columns = line.split("\t", -1);
    return new Tagged(columns[0], columns[1], columns[2]);
  }

  boolean isTagged() {
    return !category.isEmpty() && !score.isEmpty();
  }

  /** Which text it has: documents with the same text must have the same tag. */
  String text() {
    return id.substring(id.lastIndexOf('-') + 1);
  }

  String tag() {
    return category + " " + score;
  }
}
