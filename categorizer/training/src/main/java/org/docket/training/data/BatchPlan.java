/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Which texts go through the network together in an epoch. Texts of similar length do, so that
 * little is padded; which they are, and the order of the batches, is drawn anew for each epoch.
 */
public final class BatchPlan {

  /** Texts are sorted by length among so many batches' worth of them. */
  private static final int POOL = 50;

  private BatchPlan() {}

  /**
   * Draws the batches of an epoch.
   *
   * @param texts what is batched
   * @param batchSize texts per batch; the last of a pool may have fewer
   * @param random seeded by the caller
   * @return indices of texts; each text stands in one batch
   */
  public static List<int[]> draw(EncodedTexts texts, int batchSize, Random random) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    List<int[]> batches = new ArrayList<>();
    int pool = Math.multiplyExact(POOL, batchSize);
    for (int start = 0; start < order.size(); start += pool) {
      addBatches(
          order.subList(start, Math.min(order.size(), start + pool)), texts, batchSize, batches);
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  /** How many batches an epoch has. */
  public static int count(int texts, int batchSize) {
    return (texts + batchSize - 1) / batchSize;
  }

  private static void addBatches(
      List<Integer> pool, EncodedTexts texts, int batchSize, List<int[]> batches) {
    int[] sorted =
        pool.stream()
            .sorted(Comparator.comparingInt(texts::length))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int start = 0; start < sorted.length; start += batchSize) {
      batches.add(Arrays.copyOfRange(sorted, start, Math.min(sorted.length, start + batchSize)));
    }
  }
}
