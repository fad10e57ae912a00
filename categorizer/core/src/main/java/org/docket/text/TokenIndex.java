/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.util.AbstractList;
import java.util.List;

/**
 * Tokens and their places in a list, from 1: {@value #NONE} for every token that it does not hold.
 *
 * <p>All letters stand in one array, found by a hash table (open addressing with linear probing): a
 * map of Strings takes five times the memory.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TokenIndex {

  /** The place of every token that it does not hold. */
  public static final int NONE = 0;

  /**
   * So many keep a list of stop words so empty that a look at one slot tells most other words from
   * them: every token is looked for there, and what a processor guesses wrong is what takes time.
   */
  private static final int LEAST_SLOTS = 2048;

  /** What is known of each place: the hash of its token, and where its letters begin. */
  private static final int FIELDS = 2;

  private final char[] letters;

  /** The fields of all places, and of one more, whose letters would follow. */
  private final int[] fields;

  /** Places, by the hash of their token; 0 where there is none. At least half of it is empty. */
  private final int[] table;

  private TokenIndex(List<String> tokens) {
    this.letters = String.join("", tokens).toCharArray();
    this.fields = new int[FIELDS * (tokens.size() + 2)];
    this.table = new int[Math.max(LEAST_SLOTS, Integer.highestOneBit(tokens.size()) * 4)];
    for (int place = 1; place <= tokens.size(); place++) {
      String token = tokens.get(place - 1);
      fields[FIELDS * place] = token.hashCode();
      fields[FIELDS * (place + 1) + 1] = start(place) + token.length();
      int slot = slot(token.toCharArray(), 0, token.length(), token.hashCode());
      if (table[slot] != NONE) {
        throw new IllegalArgumentException("the token \"" + token + "\" stands twice");
      }
      table[slot] = place;
    }
  }

  /**
   * Makes an index.
   *
   * @param tokens in the order of their places, each once
   */
  public static TokenIndex of(List<String> tokens) {
    return new TokenIndex(tokens);
  }

  /** The tokens in the order of their places; the first has place 1. */
  public List<String> tokens() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        int start = start(index + 1);
        return new String(letters, start, start(index + 2) - start);
      }

      @Override
      public int size() {
        return TokenIndex.this.size();
      }
    };
  }

  /** How many tokens there are. */
  public int size() {
    return fields.length / FIELDS - 2;
  }

  /** The place of a token, or {@link #NONE}. */
  public int find(char[] buffer, int start, int length) {
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    return find(buffer, start, length, hash);
  }

  /**
   * The place of a token whose hash is known, or {@link #NONE}.
   *
   * @param hash its {@link String#hashCode()}
   */
  public int find(char[] buffer, int start, int length, int hash) {
    return table[slot(buffer, start, length, hash)];
  }

  /** The slot of a token, or the empty one where it would be. */
  private int slot(char[] buffer, int start, int length, int hash) {
    // The upper bits mixed into the lower, which choose the slot.
    int slot = (hash ^ (hash >>> 15)) & (table.length - 1);
    while (table[slot] != NONE && !isToken(table[slot], buffer, start, length, hash)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private boolean isToken(int place, char[] buffer, int start, int length, int hash) {
    int first = start(place);
    if (fields[FIELDS * place] != hash || start(place + 1) - first != length) {
      return false;
    }
    int i = 0;
    while (i < length && letters[first + i] == buffer[start + i]) {
      i++;
    }
    return i == length;
  }

  private int start(int place) {
    return fields[FIELDS * place + 1];
  }
}
