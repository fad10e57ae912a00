/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

/** One step of {@link TextCleaner}. Takes time in proportion to the text, whatever the text. */
@FunctionalInterface
interface Step {

  /**
   * Writes all of a draft anew.
   *
   * @param in is read
   * @param out is empty, and takes what is left
   */
  void run(Draft in, Draft out);
}
