/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;

/**
 * Tokens and their ids: {@value #UNKNOWN} for every token that it does not hold, then 1, 2, 3 … in
 * the order of {@link #tokens()}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Vocabulary {

  /** The id of every token that the vocabulary does not hold. */
  public static final int UNKNOWN = 0;

  private final List<String> tokens;
  private final CharArrayMap<Integer> ids;

  private Vocabulary(List<String> tokens) {
    this.tokens = List.copyOf(tokens);
    this.ids = new CharArrayMap<>(tokens.size(), false);
    for (String token : this.tokens) {
      if (ids.put(token, ids.size() + 1) != null) {
        throw new IllegalArgumentException("the token \"" + token + "\" stands twice");
      }
    }
  }

  /**
   * Makes a vocabulary.
   *
   * @param tokens in the order of their ids, each once
   */
  public static Vocabulary of(List<String> tokens) {
    return new Vocabulary(tokens);
  }

  /** The tokens in the order of their ids; the first has id 1. */
  public List<String> tokens() {
    return tokens;
  }

  /** How many ids there are, the one of unknown tokens included. */
  public int size() {
    return tokens.size() + 1;
  }

  /** The id of a token, or {@link #UNKNOWN}. */
  public int id(String token) {
    return orUnknown(ids.get(token));
  }

  /** The id of the token in {@code buffer[0]} to {@code buffer[length - 1]}. */
  public int id(char[] buffer, int length) {
    return orUnknown(ids.get(buffer, 0, length));
  }

  /** The ids of many tokens. */
  public int[] ids(List<String> tokensOfText) {
    return tokensOfText.stream().mapToInt(this::id).toArray();
  }

  private static int orUnknown(Integer id) {
    return id == null ? UNKNOWN : id;
  }
}
