/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tokens and their places in a list, from 1: {@value #NONE} for every token that it does not hold.
 *
 * <p>All letters stand in one array, found by a hash table (open addressing with linear probing): a
 * map of Strings takes five times the memory. The table holds a {@link #key} of each token, which
 * is all of a short one, so that most are found or missed by a look at one slot.
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

  /** 2^64 divided by the golden ratio: Fibonacci hashing (Knuth, volume 3, 6.4). */
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  /** Is in the key of each short token, and so tells it from an empty slot. */
  private static final long SHORT = 0x80;

  /** Is in the key of every other token, behind which its letters have to be compared. */
  private static final long LONG = Long.MIN_VALUE;

  private static final VarHandle LETTERS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * So many looks at slots for each token, in the mean: numbers in a row, which are the worst of
   * those that are not made to collide, take little more than one.
   */
  private static final long LOOKS = 64;

  /** So many for one token: a text that has it again and again waits for them each time. */
  private static final int LONGEST_SEARCH = 512;

  private final char[] letters;

  /** Where the letters of each place begin, and those of one more, which would follow. */
  private final int[] starts;

  /** Keys of tokens; 0 where there is none. At least half of it is empty. */
  private final long[] keys;

  /** The places of the tokens with these keys. */
  private final int[] places;

  /** From a hash of 64 bits to one of as many as the table's size needs. */
  private final int shift;

  private TokenIndex(List<String> tokens) {
    this.letters = new char[letters(tokens)];
    this.starts = new int[tokens.size() + 2];
    this.keys = new long[Math.max(LEAST_SLOTS, Integer.highestOneBit(tokens.size()) * 4)];
    this.places = new int[keys.length];
    this.shift = Long.numberOfLeadingZeros(keys.length) + 1;
    long work = LOOKS * tokens.size() + letters.length;
    int place = 0;
    for (String token : tokens) {
      place++;
      token.getChars(0, token.length(), letters, starts[place]);
      starts[place + 1] = starts[place] + token.length();
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
    long key = key(letters, starts[place], token.length());
    int slot = firstSlot(key);
    for (int looks = 1; keys[slot] != 0; looks++) {
      if (looks == LONGEST_SEARCH) {
        throw collision(place);
      }
      if (keys[slot] == key) {
        if (key > 0 || isToken(places[slot], letters, starts[place], token.length())) {
          throw new IllegalArgumentException("the token \"" + token + "\" stands twice");
        }
        work += token.length();
      }
      work++;
      slot = next(slot);
    }
    keys[slot] = key;
    places[slot] = place;
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
        int start = starts[index + 1];
        return new String(letters, start, starts[index + 2] - start);
      }

      @Override
      public int size() {
        return TokenIndex.this.size();
      }
    };
  }

  /** How many tokens there are. */
  public int size() {
    return starts.length - 2;
  }

  /** The place of a token, or {@link #NONE}. */
  public int find(char[] buffer, int start, int length) {
    long key = key(buffer, start, length);
    int slot = firstSlot(key);
    while (keys[slot] != 0) {
      if (keys[slot] == key && (key > 0 || isToken(places[slot], buffer, start, length))) {
        return places[slot];
      }
      slot = next(slot);
    }
    return NONE;
  }

  /**
   * The place of a token of ASCII, or {@link #NONE}.
   *
   * @param key its {@link #key}
   */
  public int find(byte[] buffer, int start, int length, long key) {
    int slot = firstSlot(key);
    while (keys[slot] != key) {
      if (keys[slot] == 0) {
        return NONE;
      }
      slot = next(slot);
    }
    return key > 0 ? places[slot] : findLong(buffer, start, length, key, slot);
  }

  private int findLong(byte[] buffer, int start, int length, long key, int first) {
    int slot = first;
    while (keys[slot] != 0) {
      if (keys[slot] == key && isToken(places[slot], buffer, start, length)) {
        return places[slot];
      }
      slot = next(slot);
    }
    return NONE;
  }

  /**
   * A number that says much of a token: all of one of up to eight characters of ASCII, the hash of
   * any other.
   *
   * @param buffer holds the token, which has a character, and {@value Long#BYTES} bytes behind it
   *     that do not matter; ASCII, without 0
   */
  static long key(byte[] buffer, int start, int length) {
    if (length <= Long.BYTES) {
      long letters = (long) LETTERS.get(buffer, start);
      return letters & -1L >>> Long.SIZE - Byte.SIZE * length | SHORT;
    }
    int hash = 0;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + buffer[i];
    }
    return LONG | Integer.toUnsignedLong(hash);
  }

  /** The same of any token. */
  private static long key(char[] buffer, int start, int length) {
    long letters = SHORT;
    int hash = 0;
    boolean isShort = length <= Long.BYTES;
    for (int i = 0; i < length; i++) {
      char c = buffer[start + i];
      isShort = isShort && c > 0 && c < 128;
      letters |= (long) c << Byte.SIZE * i;
      hash = 31 * hash + c;
    }
    return isShort ? letters : LONG | Integer.toUnsignedLong(hash);
  }

  private int firstSlot(long key) {
    return (int) ((key ^ key >>> Integer.SIZE) * FACTOR >>> shift);
  }

  private int next(int slot) {
    return (slot + 1) & (keys.length - 1);
  }

  private boolean isToken(int place, char[] buffer, int start, int length) {
    int first = starts[place];
    return Arrays.equals(letters, first, starts[place + 1], buffer, start, start + length);
  }

  private boolean isToken(int place, byte[] buffer, int start, int length) {
    int first = starts[place];
    if (starts[place + 1] - first != length) {
      return false;
    }
    int i = 0;
    while (i < length && letters[first + i] == buffer[start + i]) {
      i++;
    }
    return i == length;
  }
}
