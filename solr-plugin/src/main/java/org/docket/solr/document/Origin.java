/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.document;

/** Whose the tag of a document is. */
public enum Origin {
  /** There is no tag. */
  NONE,
  /** A model's: it is made anew. */
  MODEL,
  /** A person's: it stays. */
  HUMAN,
  /**
   * A category with a score, and no word of who made them: a model's if they are what the index
   * holds as a model's, else a person's.
   */
  UNCERTAIN
}
