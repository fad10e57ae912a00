/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of reading a corpus.
 *
 * @param documents how many were handed on
 * @param withoutText rows whose text was empty
 * @param withoutLabel rows whose label was empty
 * @param bad rows that could not be read and were skipped
 * @param unmapped rows dropped because the label map does not have their label, by label
 */
public record CorpusCounts(
    long documents,
    long withoutText,
    long withoutLabel,
    long bad,
    SortedMap<String, Long> unmapped) {

  /** Nothing read yet. */
  public static final CorpusCounts NONE = new CorpusCounts(0, 0, 0, 0, new TreeMap<>());

  /** How many rows there were. */
  public long rows() {
    return documents + withoutText + withoutLabel + bad + dropped();
  }

  /** The sum of two. */
  public CorpusCounts plus(CorpusCounts other) {
    SortedMap<String, Long> sum = new TreeMap<>(unmapped);
    for (Map.Entry<String, Long> entry : other.unmapped.entrySet()) {
      sum.merge(entry.getKey(), entry.getValue(), Long::sum);
    }
    return new CorpusCounts(
        documents + other.documents,
        withoutText + other.withoutText,
        withoutLabel + other.withoutLabel,
        bad + other.bad,
        sum);
  }

  /** What was left out, in words; empty if nothing was. */
  public String leftOut() {
    StringBuilder words = new StringBuilder();
    append(words, withoutText, "without text");
    append(words, withoutLabel, "without label");
    append(words, bad, "bad");
    append(words, dropped(), "not in label map");
    return words.toString();
  }

  private long dropped() {
    return unmapped.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void append(StringBuilder words, long count, String what) {
    if (count > 0) {
      words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(what);
    }
  }
}
