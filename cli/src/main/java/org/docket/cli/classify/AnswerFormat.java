/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

/** How {@code classify} prints its answers. */
enum AnswerFormat {
  /** For people. */
  TEXT,
  /** A header and a row per document. */
  CSV,
  /** A JSON object per document and line. */
  JSONL
}
