/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  @Test
  void aFifthIsHeldOut() {
    long held =
        IntStream.range(0, 20_000).filter(i -> HeldOut.has(word(i) + " is my complaint")).count();

    assertThat(held).isBetween(3_800L, 4_200L);
  }

  @Test
  void formLettersStayTogether() {
    String form = "I am writing to dispute the following account ".repeat(6);
    for (int i = 0; i < 100; i++) {
      assertThat(HeldOut.has(form + "number " + word(i))).isEqualTo(HeldOut.has(form));
    }
  }

  /** Only letters make a group. */
  private static String word(int number) {
    return Integer.toString(number, 10)
        .chars()
        .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
        .reduce("", String::concat);
  }
}
