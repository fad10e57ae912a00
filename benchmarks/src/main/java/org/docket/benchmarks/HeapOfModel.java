/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.docket.LstmDocumentCategorizer;

/**
 * What a loaded categorizer takes of the heap, compared with its file: the heap in use after
 * collections of garbage, with some more categorizers than before, divided by how many. Classes and
 * what they share are loaded before.
 */
public final class HeapOfModel {

  private static final int COPIES = 8;
  private static final int COLLECTIONS = 5;
  private static final double MEGABYTE = 1e6;

  private HeapOfModel() {}

  public static void main(String[] args) throws IOException {
    print(Path.of(args[0]), System.out);
  }

  static void print(Path file, PrintStream out) throws IOException {
    double heap = bytes(file);
    out.printf(
        Locale.ROOT,
        "%s: heap %.2f MB, file %.2f MB, %.2f times%n",
        file.getFileName(),
        heap / MEGABYTE,
        Files.size(file) / MEGABYTE,
        heap / Files.size(file));
  }

  private static double bytes(Path file) {
    LstmDocumentCategorizer[] loaded = new LstmDocumentCategorizer[COPIES];
    LstmDocumentCategorizer first = load(file);
    long before = used();
    for (int i = 0; i < COPIES; i++) {
      loaded[i] = load(file);
    }
    long after = used();
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(loaded);
    return (after - before) / (double) COPIES;
  }

  /** Used once, so that what is made at the first use counts. */
  private static LstmDocumentCategorizer load(Path file) {
    LstmDocumentCategorizer categorizer = LstmDocumentCategorizer.load(file);
    categorizer.categorize("They added a late fee to my card.");
    return categorizer;
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
