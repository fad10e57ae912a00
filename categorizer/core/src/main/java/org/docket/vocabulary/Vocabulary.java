/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import java.util.List;
import org.docket.text.TokenIndex;

/**
 * Tokens and their ids: {@value #UNKNOWN} for every token that it does not hold, then 1, 2, 3 … in
 * the order of {@link #tokens()}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Vocabulary {

  /** The id of every token that the vocabulary does not hold. */
  public static final int UNKNOWN = TokenIndex.NONE;

  private final TokenIndex index;

  private Vocabulary(TokenIndex index) {
    this.index = index;
  }

  /**
   * Makes a vocabulary.
   *
   * @param tokens in the order of their ids, each once
   * @throws IllegalArgumentException if one stands twice, or if so many collide that they must have
   *     been made to
   */
  public static Vocabulary of(List<String> tokens) {
    return new Vocabulary(TokenIndex.of(tokens));
  }

  /** The tokens in the order of their ids; the first has id 1. */
  public List<String> tokens() {
    return index.tokens();
  }

  /** How many ids there are, the one of unknown tokens included. */
  public int size() {
    return index.size() + 1;
  }

  /** The id of a token, or {@link #UNKNOWN}. */
  public int id(String token) {
    return id(token.toCharArray(), token.length());
  }

  /** The id of the token in {@code buffer[0]} to {@code buffer[length - 1]}. */
  public int id(char[] buffer, int length) {
    return index.find(buffer, 0, length);
  }

  /**
   * The id of the token of ASCII in {@code buffer[start]} to {@code buffer[start + length - 1]}.
   *
   * @param key of the token in a {@link TokenIndex}
   */
  public int id(byte[] buffer, int start, int length, long key) {
    return index.find(buffer, start, length, key);
  }

  /** The ids of many tokens. */
  public int[] ids(List<String> tokensOfText) {
    return tokensOfText.stream().mapToInt(this::id).toArray();
  }
}
