/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

/** What to do about a row that cannot be read as one. */
public enum OnBadRow {
  /** Stop with an error that names file and line. */
  FAIL,
  /** Count it and go on. */
  SKIP
}
