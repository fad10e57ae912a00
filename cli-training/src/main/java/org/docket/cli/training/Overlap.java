/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts the texts to validate on that are trained on too, word for word: a model knows them by
 * heart. Holds eight bytes of each text. For one thread.
 */
final class Overlap {

  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final boolean wanted;
  private long[] trained = new long[1 << 10];
  private int size;
  private boolean sorted;
  private long validated;
  private long both;

  /**
   * Starts.
   *
   * @param wanted whether there is anything to validate on
   */
  Overlap(boolean wanted) {
    this.wanted = wanted;
  }

  /** Sees each text to train on, before another one does. */
  TrainingTexts before(TrainingTexts next) {
    return !wanted
        ? next
        : text -> {
          train(text.document().text());
          next.add(text);
        };
  }

  /** Sees a text to validate on; all those to train on came before. */
  void validate(String text) {
    if (!sorted) {
      Arrays.sort(trained, 0, size);
      sorted = true;
    }
    validated++;
    both += Arrays.binarySearch(trained, 0, size, hash(text)) >= 0 ? 1 : 0;
  }

  /** What a person should know, if anything. */
  Optional<String> remark() {
    return both == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of the %,d documents of --validation are in --input too, word for word: the"
                    + " model knows them by heart, so that the figures are better than it is; leave"
                    + " them out of one of both",
                both,
                validated));
  }

  private void train(String text) {
    if (size == trained.length) {
      trained = Arrays.copyOf(trained, (int) Math.min(Integer.MAX_VALUE - 8, 2L * size));
    }
    trained[size++] = hash(text);
  }

  /** FNV-1a, 64 bits. */
  private static long hash(String text) {
    long hash = FNV_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
