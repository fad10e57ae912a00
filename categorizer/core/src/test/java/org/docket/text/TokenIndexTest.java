/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenIndexTest {

  /** As long as a key and longer, some of one hash, some that are one but for what is not ASCII. */
  private static final List<String> TOKENS =
      List.of(
          "a",
          "\u00E9",
          "ab",
          "abcdefg",
          "abcdefgh",
          "abcdefghi",
          "AaAaAaAaAa",
          "BBBBBBBBBB",
          "\u00E9bcdefgh",
          "",
          "a\0",
          "\0",
          "\u0161",
          "a\u00E9");

  private final TokenIndex index = TokenIndex.of(TOKENS);

  @Test
  void findsEachTokenAndNoOther() {
    for (int i = 0; i < TOKENS.size(); i++) {
      String token = TOKENS.get(i);
      assertThat(index.find(token.toCharArray(), 0, token.length())).as(token).isEqualTo(i + 1);
    }
    for (String other : List.of("b", "abc", "abcdefgx", "abcdefghx", "AaBBAaBBAa", "\u4E61")) {
      assertThat(index.find(other.toCharArray(), 0, other.length())).as(other).isZero();
    }
  }

  /** What stands around it does not matter. */
  @Test
  void findsTheSameInBytes() {
    List<String> tokens = new ArrayList<>(TOKENS);
    tokens.addAll(
        List.of("b", "abc", "abcdef", "abcdefgx", "abcdefghx", "AaBBAaBBAa", "AaBBAaBBBB"));
    tokens.removeIf(token -> token.isEmpty() || !token.matches("[a-zA-Z]+"));
    for (String token : tokens) {
      byte[] buffer = ("xy" + token + "zzzzzzzz").getBytes(StandardCharsets.US_ASCII);
      long key = TokenIndex.key(buffer, 2, token.length());
      assertThat(index.find(buffer, 2, token.length(), key))
          .as(token)
          .isEqualTo(index.find(token.toCharArray(), 0, token.length()))
          .isEqualTo(TOKENS.indexOf(token) + 1);
    }
  }
}
