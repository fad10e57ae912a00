/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Texts of ids, for tests that have no words. */
public final class ToyTexts {

  private ToyTexts() {}

  /** Texts of given ids. */
  public static EncodedTexts encoded(List<int[]> texts, int... labels) {
    TextColumns columns = new TextColumns(Path.of("."));
    int largest = 0;
    for (int[] text : texts) {
      columns.add(text, text.length, 0, 0);
      largest = Math.max(largest, IntStream.of(text).max().orElse(0));
    }
    columns.freeze();
    int[] identity = IntStream.rangeClosed(0, largest).toArray();
    int[] all = IntStream.range(0, texts.size()).toArray();
    return new EncodedTexts(
        columns,
        identity,
        all,
        labels,
        new SoftLabels(List.of()),
        new int[] {},
        ReviewedTexts.none());
  }
}
