/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

/** Takes the tokens of a text one by one, without a String for each. */
@FunctionalInterface
public interface TokenConsumer {

  /**
   * Called for each token, in order.
   *
   * @param buffer holds the token from index 0; valid only during the call
   * @param length of the token, in UTF-16 units
   */
  void accept(char[] buffer, int length);
}
