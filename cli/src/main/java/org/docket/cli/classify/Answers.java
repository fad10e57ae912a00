/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.classify;

import java.util.List;
import java.util.Set;

/** Writes answers in one format. Safe for use by many threads at once. */
interface Answers {

  /** The names that answers have for what they tell; kept columns are not called so. */
  Set<String> OWN_NAMES =
      Set.of(
          "row",
          "category",
          "probability",
          "abstains",
          "truncated",
          "reason",
          "categories",
          "words",
          "text");

  /** What comes before all answers; may be empty. */
  String header();

  /** Answers in their order, each with its line's end. */
  String of(List<Answer> answers);
}
