/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Texts that go through the network together, in packed batches of similar length; the distinct
 * tokens among them, and where each of these occurs.
 */
public final class Batch {

  private final List<PackedBatch> packedBatches;
  private final int size;
  private final int[] distinct;
  private final int[] occurrenceEnds;
  private final int[] occurrencePacked;
  private final int[] occurrenceRows;

  /**
   * Takes the texts in.
   *
   * @param ids of the tokens of each text; replaced by indices into the distinct tokens
   * @param vocabularySize what ids are below
   * @throws IllegalArgumentException if a text has no token, or an id is out of range
   */
  public Batch(int[][] ids, int vocabularySize) {
    this.size = ids.length;
    this.distinct = number(ids, vocabularySize);
    this.packedBatches = pack(ids);
    int[] ends = new int[distinct.length + 1];
    for (PackedBatch packed : packedBatches) {
      for (int token : packed.tokens()) {
        ends[token + 1]++;
      }
    }
    for (int token = 0; token < distinct.length; token++) {
      ends[token + 1] += ends[token];
    }
    this.occurrencePacked = new int[ends[distinct.length]];
    this.occurrenceRows = new int[ends[distinct.length]];
    for (int packed = 0; packed < packedBatches.size(); packed++) {
      int[] tokens = packedBatches.get(packed).tokens();
      for (int row = 0; row < tokens.length; row++) {
        int next = ends[tokens[row]]++;
        occurrencePacked[next] = packed;
        occurrenceRows[next] = row;
      }
    }
    this.occurrenceEnds = ends;
  }

  /** How many texts there are. */
  public int size() {
    return size;
  }

  List<PackedBatch> packedBatches() {
    return packedBatches;
  }

  /** How many different tokens there are. */
  int distinct() {
    return distinct.length;
  }

  /** The id in the vocabulary of a distinct token; they ascend. */
  int id(int token) {
    return distinct[token];
  }

  /** The first distinct token whose id is this or a higher one. */
  int firstFrom(int id) {
    int found = Arrays.binarySearch(distinct, id);
    return found < 0 ? -found - 1 : found;
  }

  /** The first occurrence of a token; they end where those of the next token begin. */
  int firstOccurrence(int token) {
    return token == 0 ? 0 : occurrenceEnds[token - 1];
  }

  int packedOf(int occurrence) {
    return occurrencePacked[occurrence];
  }

  int rowOf(int occurrence) {
    return occurrenceRows[occurrence];
  }

  /** Numbers the distinct tokens in the order of their ids. */
  private static int[] number(int[][] ids, int vocabularySize) {
    int[] numbers = new int[vocabularySize];
    for (int[] text : ids) {
      requireTokens(text, vocabularySize);
      for (int id : text) {
        numbers[id] = 1;
      }
    }
    int[] distinct = new int[vocabularySize];
    int count = 0;
    for (int id = 0; id < vocabularySize; id++) {
      if (numbers[id] == 1) {
        distinct[count] = id;
        numbers[id] = count++;
      }
    }
    for (int[] text : ids) {
      for (int i = 0; i < text.length; i++) {
        text[i] = numbers[text[i]];
      }
    }
    return Arrays.copyOf(distinct, count);
  }

  private static void requireTokens(int[] text, int vocabularySize) {
    if (text.length == 0) {
      throw new IllegalArgumentException("a text of the batch has no token");
    }
    for (int id : text) {
      if (id < 0 || id >= vocabularySize) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "ids of tokens must be from 0 to %d, but one is %d",
                vocabularySize - 1,
                id));
      }
    }
  }

  private static List<PackedBatch> pack(int[][] ids) {
    int[] order =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer text) -> -ids[text].length))
            .mapToInt(Integer::intValue)
            .toArray();
    List<PackedBatch> packedBatches = new ArrayList<>();
    for (int start = 0; start < order.length; start += PackedBatch.SIZE) {
      int end = Math.min(order.length, start + PackedBatch.SIZE);
      packedBatches.add(new PackedBatch(Arrays.copyOfRange(order, start, end), ids));
    }
    return List.copyOf(packedBatches);
  }
}
