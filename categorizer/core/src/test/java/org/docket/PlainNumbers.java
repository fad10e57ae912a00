/* SPDX-License-Identifier: Apache-2.0 */
package org.docket;

import java.util.stream.Collectors;

/**
 * OpenNLP writes all results in the digits and with the decimal sign of the locale that it was
 * loaded in; ours are the same everywhere.
 */
public final class PlainNumbers {

  private PlainNumbers() {}

  /** All results as OpenNLP writes them, {@code a[٠٫٢٥] b[٠٫٧٥]}, as {@code a[0.25] b[0.75]}. */
  public static String of(String allResults) {
    String plain =
        allResults
            .codePoints()
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return plain.replaceAll("(?<=\\[\\d)\\D", ".");
  }
}
