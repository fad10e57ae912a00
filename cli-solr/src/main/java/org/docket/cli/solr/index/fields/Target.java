/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.fields;

/**
 * What becomes of a column.
 *
 * @param why how that was found
 * @param field that it goes to; empty if it goes nowhere
 */
record Target(Why why, String field) {

  /** In the order in which one goes before another that wants the same field. */
  enum Why {
    ASKED,
    EXACT,
    LOOSE,
    KNOWN,
    /** The user does not want it. */
    IGNORED,
    /** Written by the plugin, by reviewers or by Solr: an input must not. */
    GUARDED,
    /** Told by a file of rejected rows. */
    REMARK,
    NO_FIELD
  }

  boolean isField() {
    return !field.isEmpty();
  }

  static Target nowhere(Why why) {
    return new Target(why, "");
  }
}
