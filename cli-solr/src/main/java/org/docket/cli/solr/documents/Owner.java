/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.documents;

/** Whose the tag of a document is. */
public enum Owner {
  /** There is none. */
  NOBODY,
  /** A model's. */
  MODEL,
  /** A person's. */
  PERSON
}
