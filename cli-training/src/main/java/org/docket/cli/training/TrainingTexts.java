/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

/** Gets the texts to learn from. */
@FunctionalInterface
interface TrainingTexts {

  /** Gets a text. */
  void add(TrainingText text);
}
