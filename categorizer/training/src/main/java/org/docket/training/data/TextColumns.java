/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * All texts of a corpus, by number: tokens, category and group key, in a column each; twenty bytes
 * a text besides the tokens. Appended to by one thread; once frozen, safe to be read by many.
 */
final class TextColumns implements Closeable {

  private final TokenStore tokens;
  private long[] ends = new long[1 << 10];
  private int[] categories = new int[1 << 10];
  private long[] groupKeys = new long[1 << 10];
  private int size;
  private int limit = Integer.MAX_VALUE;

  TextColumns(Path folder) {
    this(new TokenStore(folder));
  }

  TextColumns(TokenStore tokens) {
    this.tokens = tokens;
  }

  /**
   * Appends a text.
   *
   * @param numbers of its tokens, in an array that may be longer
   * @param category its number
   * @param groupKey of a grouped split: texts that have it in common stay together
   */
  void add(int[] numbers, int count, int category, long groupKey) {
    if (size == ends.length) {
      int larger = (int) Math.min(Integer.MAX_VALUE - 8, 2L * size);
      ends = Arrays.copyOf(ends, larger);
      categories = Arrays.copyOf(categories, larger);
      groupKeys = Arrays.copyOf(groupKeys, larger);
    }
    tokens.append(numbers, count);
    ends[size] = tokens.size();
    categories[size] = category;
    groupKeys[size] = groupKey;
    size++;
  }

  /** The same texts, once frozen, cut after so many tokens; closing either closes both. */
  TextColumns limitedTo(int most) {
    TextColumns limited = new TextColumns(tokens);
    limited.ends = ends;
    limited.categories = categories;
    limited.groupKeys = groupKeys;
    limited.size = size;
    limited.limit = Math.min(limit, most);
    return limited;
  }

  void freeze() {
    tokens.freeze();
  }

  int size() {
    return size;
  }

  int length(int text) {
    return (int) Math.min(limit, ends[text] - start(text));
  }

  /** The numbers of the tokens of a text; a copy. */
  int[] tokens(int text) {
    return tokens.read(start(text), length(text));
  }

  int category(int text) {
    return categories[text];
  }

  long groupKey(int text) {
    return groupKeys[text];
  }

  /** Of the first texts. */
  int[] categories(int count) {
    return Arrays.copyOf(categories, count);
  }

  /** Of the first texts. */
  long[] groupKeys(int count) {
    return Arrays.copyOf(groupKeys, count);
  }

  @Override
  public void close() {
    tokens.close();
  }

  private long start(int text) {
    return text == 0 ? 0 : ends[text - 1];
  }
}
