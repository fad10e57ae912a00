/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.config;

/** What becomes of a document that cannot be categorized: {@code doccat.onFailure}. */
public enum OnFailure {
  /** It is refused with the error. */
  FAIL,
  /** It is indexed without a category. */
  SKIP,
  /** It is indexed with the fallback category. */
  FALLBACK
}
