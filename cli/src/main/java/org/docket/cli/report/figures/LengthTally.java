/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.figures;

import java.util.Map;
import java.util.TreeMap;

/**
 * How long the texts of a part of the data are, and how much of them a model reads. Holds a count
 * for each length, and no text; lengths above {@value #EXACT} are rounded to hundreds. For one
 * thread.
 */
public final class LengthTally {

  private static final int EXACT = 10_000;
  private static final int ROUNDED = 100;

  private final String name;
  private final TreeMap<Integer, Long> counts = new TreeMap<>();
  private long documents;
  private long cut;
  private long tokens;
  private long read;

  /**
   * An empty tally.
   *
   * @param name of the part
   */
  public LengthTally(String name) {
    this.name = name;
  }

  /**
   * Adds a text.
   *
   * @param whole how many tokens it has
   * @param part how many of them the model reads
   * @param truncated whether its end is not read
   */
  public void add(int whole, int part, boolean truncated) {
    documents++;
    cut += truncated ? 1 : 0;
    tokens += whole;
    read += Math.min(part, whole);
    counts.merge(whole <= EXACT ? whole : whole / ROUNDED * ROUNDED, 1L, Long::sum);
  }

  /** The name of the part. */
  public String name() {
    return name;
  }

  /** How many texts there are. */
  public long documents() {
    return documents;
  }

  /** How many texts are not read to their end. */
  public long cut() {
    return cut;
  }

  /** Tokens per text; 0 without texts. */
  public double mean() {
    return documents == 0 ? 0 : (double) tokens / documents;
  }

  /** The share of all tokens that is read; 1 without tokens. */
  public double shareRead() {
    return tokens == 0 ? 1 : (double) read / tokens;
  }

  /** The length that a share of the texts does not exceed; 0 without texts. */
  public int quantile(double share) {
    long before = 0;
    for (Map.Entry<Integer, Long> length : counts.entrySet()) {
      before += length.getValue();
      if (before >= share * documents) {
        return length.getKey();
      }
    }
    return 0;
  }

  /** The longest text; 0 without texts. */
  public int longest() {
    return counts.isEmpty() ? 0 : counts.lastKey();
  }

  /** How many texts have a length from one to before another. */
  public long between(int from, int to) {
    return counts.subMap(from, to).values().stream().mapToLong(Long::longValue).sum();
  }
}
