/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * A text on its way through the steps of {@link TextCleaner}. Each step reads one draft and writes
 * the next. If places are wanted, a draft knows for each of its characters which units of the raw
 * text it stands for.
 */
final class Draft implements CharSequence {

  private static final int[] NOT_PLACED = {};

  private final boolean placed;
  private char[] chars;
  private int[] starts;
  private int[] ends;
  private int length;

  private Draft(int capacity, boolean placed) {
    this.placed = placed;
    this.chars = new char[capacity];
    this.starts = placed ? new int[capacity] : NOT_PLACED;
    this.ends = placed ? new int[capacity] : NOT_PLACED;
  }

  /** The raw text itself. */
  static Draft of(String raw, boolean placed) {
    Draft draft = new Draft(raw.length(), placed);
    raw.getChars(0, raw.length(), draft.chars, 0);
    draft.length = raw.length();
    if (placed) {
      Arrays.setAll(draft.starts, i -> i);
      Arrays.setAll(draft.ends, i -> i + 1);
    }
    return draft;
  }

  /** What a step makes of this draft. */
  Draft through(Step step) {
    Draft next = new Draft(length + (length >> 4) + 16, placed);
    step.run(this, next);
    return next;
  }

  /** Adds a character of another draft. */
  void copy(Draft from, int index) {
    put(from.chars[index], from, index, index + 1);
  }

  /** Adds characters of another draft. */
  void copy(Draft from, int start, int end) {
    int count = end - start;
    ensureRoom(count);
    System.arraycopy(from.chars, start, chars, length, count);
    if (placed) {
      System.arraycopy(from.starts, start, starts, length, count);
      System.arraycopy(from.ends, start, ends, length, count);
    }
    length += count;
  }

  /** Adds a character that stands for some of another draft, at least one. */
  void put(char c, Draft from, int start, int end) {
    ensureRoom(1);
    if (placed) {
      starts[length] = from.starts[start];
      ends[length] = from.ends[end - 1];
    }
    chars[length++] = c;
  }

  /** Adds characters that all stand for the same ones of another draft. */
  void put(CharSequence text, Draft from, int start, int end) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i), from, start, end);
    }
  }

  /** Where a character of this draft begins in the raw text. */
  int start(int index) {
    return starts[index];
  }

  /** Where a character of this draft ends in the raw text. */
  int end(int index) {
    return ends[index];
  }

  /** The character, or 0 where there is none: no step takes 0 for anything but a blank. */
  char at(int index) {
    return index >= 0 && index < length ? chars[index] : 0;
  }

  int codePointAt(int index) {
    return Character.codePointAt(chars, index, length);
  }

  /** Whether ASCII letters in lower case stand at a place, in any case. */
  boolean has(String lowerCase, int index) {
    if (index + lowerCase.length() > length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      if (Ascii.lower(chars[index + i]) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The next character whose kind is not 0, at or after a place; the length if none is. */
  int next(byte[] kinds, int from) {
    char[] text = chars;
    int i = from;
    // Four at a time, which takes half the time: most have no kind.
    while (i + 4 <= length
        && (kinds[text[i]] | kinds[text[i + 1]] | kinds[text[i + 2]] | kinds[text[i + 3]]) == 0) {
      i += 4;
    }
    while (i < length && kinds[text[i]] == 0) {
      i++;
    }
    return i;
  }

  int indexOf(char c, int from) {
    for (int i = from; i < length; i++) {
      if (chars[i] == c) {
        return i;
      }
    }
    return -1;
  }

  CharBuffer buffer() {
    return CharBuffer.wrap(chars, 0, length);
  }

  Reader reader() {
    return new CharArrayReader(chars, 0, length);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public String subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }

  private void ensureRoom(int count) {
    if (count > chars.length - length) {
      int capacity = Math.max(length + count, chars.length + (chars.length >> 1) + 16);
      chars = Arrays.copyOf(chars, capacity);
      if (placed) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
      }
    }
  }
}
