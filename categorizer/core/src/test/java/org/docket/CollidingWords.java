/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.List;
import java.util.stream.IntStream;

/** Words that differ and have one hash, as an attacker would make them. */
public final class CollidingWords {

  private CollidingWords() {}

  /** So many powers of two of them: {@code Aa} and {@code BB} have one hash, and so have rows. */
  public static List<String> of(int pairs) {
    return IntStream.range(0, 1 << pairs)
        .mapToObj(number -> Integer.toBinaryString((1 << pairs) | number).substring(1))
        .map(bits -> bits.replace("0", "Aa").replace("1", "BB"))
        .toList();
  }
}
