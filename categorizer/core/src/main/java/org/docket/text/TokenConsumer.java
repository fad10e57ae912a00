/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.util.Arrays;

/** Takes the tokens of a text one by one, without a String for each. */
@FunctionalInterface
public interface TokenConsumer {

  /**
   * Called for each token, in order, unless {@link #accept(char[], int, int, int)} is.
   *
   * @param buffer holds the token from index 0; valid only during the call
   * @param length of the token, in UTF-16 units
   */
  void accept(char[] buffer, int length);

  /**
   * Called instead where the hash of the token is known.
   *
   * @param buffer holds the token; valid only during the call
   * @param start of the token in the buffer
   * @param length of the token, in UTF-16 units
   * @param hash its {@link String#hashCode()}
   */
  default void accept(char[] buffer, int start, int length, int hash) {
    accept(Arrays.copyOfRange(buffer, start, start + length), length);
  }
}
