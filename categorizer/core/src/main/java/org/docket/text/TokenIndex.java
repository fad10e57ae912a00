/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;

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

  /** 2^32 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final int FACTOR = 0x9E3779B9;

  /**
   * So many looks at slots for each token, in the mean: numbers in a row, which are the worst of
   * those that are not made to collide, take little more than one.
   */
  private static final long LOOKS = 64;

  /** So many for one token: a text that has it again and again waits for them each time. */
  private static final int LONGEST_SEARCH = 512;

  private final char[] letters;

  /** The fields of all places, and of one more, whose letters would follow. */
  private final int[] fields;

  /** Places, by the hash of their token; 0 where there is none. At least half of it is empty. */
  private final int[] table;

  /** From a hash of 32 bits to one of as many as the table's size needs. */
  private final int shift;

  private TokenIndex(List<String> tokens) {
    this.letters = new char[letters(tokens)];
    this.fields = new int[FIELDS * (tokens.size() + 2)];
    this.table = new int[Math.max(LEAST_SLOTS, Integer.highestOneBit(tokens.size()) * 4)];
    this.shift = Integer.numberOfLeadingZeros(table.length) + 1;
    long work = LOOKS * tokens.size() + letters.length;
    int place = 0;
    for (String token : tokens) {
      place++;
      token.getChars(0, token.length(), letters, start(place));
      fields[FIELDS * place] = token.hashCode();
      fields[FIELDS * (place + 1) + 1] = start(place) + token.length();
      work -= place(place, token);
      if (work < 0) {
        throw collision(place);
      }
    }
  }

  private IllegalArgumentException collision(int place) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "its words are made to collide in a hash table, which those of no language do: the"
                + " first %,d of %,d",
            place,
            size()));
  }

  private static int letters(List<String> tokens) {
    int letters = 0;
    for (String token : tokens) {
      letters = Math.addExact(letters, token.length());
    }
    return letters;
  }

  /**
   * Puts a token into the table.
   *
   * @return how much work that was: slots looked at, and letters compared
   */
  private long place(int place, String token) {
    long work = 1;
    int hash = fields[FIELDS * place];
    int slot = firstSlot(hash);
    for (int looks = 1; table[slot] != NONE; looks++) {
      if (looks == LONGEST_SEARCH) {
        throw collision(place);
      }
      if (isToken(table[slot], letters, start(place), token.length(), hash)) {
        throw new IllegalArgumentException("the token \"" + token + "\" stands twice");
      }
      work += fields[FIELDS * table[slot]] == hash ? token.length() + 1 : 1;
      slot = next(slot);
    }
    table[slot] = place;
    return work;
  }

  /**
   * Makes an index.
   *
   * @param tokens in the order of their places, each once
   * @throws IllegalArgumentException if one stands twice, or if so many collide that they must have
   *     been made to: it would take time squared
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
    int slot = firstSlot(hash);
    while (table[slot] != NONE && !isToken(table[slot], buffer, start, length, hash)) {
      slot = next(slot);
    }
    return slot;
  }

  private int firstSlot(int hash) {
    return (hash * FACTOR) >>> shift;
  }

  private int next(int slot) {
    return (slot + 1) & (table.length - 1);
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
