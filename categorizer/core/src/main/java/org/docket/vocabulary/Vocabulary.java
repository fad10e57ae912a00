/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens and their ids: {@value #UNKNOWN} for every token that it does not hold, then 1, 2, 3 … in
 * the order of {@link #tokens()}.
 *
 * <p>All letters stand in one array, found by a hash table of ids (open addressing with linear
 * probing): a map of Strings takes five times the memory, more than the file it came from.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Vocabulary {

  /** The id of every token that the vocabulary does not hold. */
  public static final int UNKNOWN = 0;

  private final char[] letters;

  /** Where the token of each id ends; it starts where the one before it ends. */
  private final int[] ends;

  /** Ids, by the hash of their token; 0 where there is none. At least half of it is empty. */
  private final int[] table;

  private Vocabulary(List<String> tokens) {
    this.letters = String.join("", tokens).toCharArray();
    this.ends = new int[tokens.size() + 1];
    this.table = new int[Math.max(2, Integer.highestOneBit(Math.max(1, tokens.size())) * 4)];
    for (int id = 1; id < ends.length; id++) {
      String token = tokens.get(id - 1);
      ends[id] = ends[id - 1] + token.length();
      int slot = slot(token.toCharArray(), token.length());
      if (table[slot] != UNKNOWN) {
        throw new IllegalArgumentException("the token \"" + token + "\" stands twice");
      }
      table[slot] = id;
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
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return new String(letters, ends[index], ends[index + 1] - ends[index]);
      }

      @Override
      public int size() {
        return ends.length - 1;
      }
    };
  }

  /** How many ids there are, the one of unknown tokens included. */
  public int size() {
    return ends.length;
  }

  /** The id of a token, or {@link #UNKNOWN}. */
  public int id(String token) {
    return id(token.toCharArray(), token.length());
  }

  /** The id of the token in {@code buffer[0]} to {@code buffer[length - 1]}. */
  public int id(char[] buffer, int length) {
    return table[slot(buffer, length)];
  }

  /** The ids of many tokens. */
  public int[] ids(List<String> tokensOfText) {
    return tokensOfText.stream().mapToInt(this::id).toArray();
  }

  /** The slot of a token, or the empty one where it would be. */
  private int slot(char[] token, int length) {
    int slot = hash(token, length) & (table.length - 1);
    while (table[slot] != UNKNOWN && !isToken(table[slot], token, length)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isToken(int id, char[] token, int length) {
    return Arrays.equals(letters, ends[id - 1], ends[id], token, 0, length);
  }

  /** As String does, and the upper bits mixed into the lower, which choose the slot. */
  private static int hash(char[] token, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + token[i];
    }
    return hash ^ (hash >>> 15);
  }
}
