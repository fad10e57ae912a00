/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.nio.charset.StandardCharsets;

/** Takes the tokens of a text one by one, without a String for each. */
@FunctionalInterface
public interface TokenConsumer {

  /**
   * Called for each token, in order, unless {@link #accept(byte[], int, int, long)} is.
   *
   * @param buffer holds the token from index 0; valid only during the call
   * @param length of the token, in UTF-16 units
   */
  void accept(char[] buffer, int length);

  /**
   * Called instead where the token is of ASCII and its key is known.
   *
   * @param buffer holds the token; valid only during the call
   * @param start of the token in the buffer
   * @param length of the token
   * @param key of the token in a {@link TokenIndex}
   */
  default void accept(byte[] buffer, int start, int length, long key) {
    accept(new String(buffer, start, length, StandardCharsets.US_ASCII).toCharArray(), length);
  }
}
