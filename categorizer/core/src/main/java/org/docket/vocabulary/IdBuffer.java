/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.vocabulary;

import java.util.Arrays;
import org.docket.text.TokenConsumer;

/** Collects the ids of a text's tokens, and counts the known ones. For one text and one thread. */
public final class IdBuffer implements TokenConsumer {

  private final Vocabulary vocabulary;
  private int[] ids = new int[256];
  private int size;
  private int known;

  public IdBuffer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public void accept(char[] buffer, int length) {
    add(vocabulary.id(buffer, length));
  }

  @Override
  public void accept(byte[] buffer, int start, int length, long key) {
    add(vocabulary.id(buffer, start, length, key));
  }

  public void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
    if (id != Vocabulary.UNKNOWN) {
      known++;
    }
  }

  /** The ids, and what room there is behind them. */
  public int[] buffer() {
    return ids;
  }

  /** The ids alone. */
  public int[] ids() {
    return Arrays.copyOf(ids, size);
  }

  public int size() {
    return size;
  }

  public int known() {
    return known;
  }
}
