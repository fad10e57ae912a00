/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.config;

/** Which rows of the embedding a step of the training updates; only fast layers tell them apart. */
public enum EmbeddingUpdate {
  /** All: Adam as it is, in which rows that a batch does not have still move by their momentum. */
  ALL,
  /** Those of the batch's tokens, "lazy" Adam: less work, and rare words keep their momentum. */
  SEEN
}
