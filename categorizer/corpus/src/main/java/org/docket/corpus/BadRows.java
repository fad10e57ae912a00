/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.docket.corpus.rows.Row;
import org.docket.error.DocketException;

/** Refuses bad rows, or counts them by their reasons and writes them aside. For one thread. */
final class BadRows implements Closeable {

  private static final int PREVIEW = 60;
  private static final int REASONS = 20;
  private static final int SHOWN = 5;
  private static final String OTHER = "other reasons";

  private final CorpusOptions options;
  private final Map<String, Long> reasons = new LinkedHashMap<>();
  private BadRowsFile file;

  BadRows(CorpusOptions options) {
    this.options = options;
    options.badRows().ifPresent(path -> file = new BadRowsFile(path));
  }

  /**
   * Checks that the rows are not written over what they are of.
   *
   * @param input the name of an input, which of a file is its path
   */
  void requireOther(String input) {
    if (file != null) {
      file.requireOther(input);
    }
  }

  /**
   * Takes a bad row.
   *
   * @param text where it is
   * @throws DocketException if bad rows are refused
   */
  void bad(String text, Row row) {
    String problem = row.problem().orElseThrow();
    if (options.onBadRow() == OnBadRow.FAIL) {
      throw new DocketException(
          text
              + (", line " + row.line() + ": " + problem + shown(row.preview()))
              + " (--on-bad-row skip leaves such rows out)");
    }
    String reason = reasons.containsKey(problem) || reasons.size() < REASONS ? problem : OTHER;
    reasons.merge(reason, 1L, Long::sum);
    if (file != null) {
      file.write(text, row);
    }
  }

  /**
   * Looks at how many rows of an input are bad.
   *
   * @throws DocketException if they are more than half
   */
  void requireFew(String input, long bad, long rows) {
    if (bad * 2 > rows) {
      // Who must look into them should have them.
      finish();
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d rows are bad, which is more than half, so that nothing of it is used:"
                  + " %s%s",
              input,
              bad,
              rows,
              words(),
              options.badRows().map(path -> "; they are in " + path).orElse("")));
    }
  }

  /** What a person should know, a line each. */
  List<String> remarks(long rows) {
    long bad = reasons.values().stream().mapToLong(Long::longValue).sum();
    if (bad == 0) {
      return List.of();
    }
    String aside = options.badRows().map(path -> "; they are in " + path).orElse("");
    String left =
        String.format(
            Locale.ROOT,
            "%,d bad %s left out: %s%s",
            bad,
            bad == 1 ? "row was" : "rows were",
            words(),
            aside);
    return bad * 100 <= rows
        ? List.of(left)
        : List.of(
            left,
            String.format(
                Locale.ROOT,
                "%.1f %% of the rows are bad: %s before you trust what comes out",
                100.0 * bad / rows,
                options.badRows().isPresent()
                    ? "look at them"
                    : "look at them (--bad-rows FILE writes them aside)"));
  }

  /** Puts the file of the rows into its place. */
  void finish() {
    if (file != null) {
      file.finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private String words() {
    String words =
        reasons.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN)
            .map(reason -> reason.getValue() + " \u00d7 " + reason.getKey())
            .collect(Collectors.joining(", "));
    return reasons.size() > SHOWN ? words + ", \u2026" : words;
  }

  private static String shown(String row) {
    String preview = row.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (preview.length() > PREVIEW) {
      preview = preview.substring(0, PREVIEW) + "\u2026";
    }
    return preview.isEmpty() ? "" : ": \"" + preview + "\"";
  }
}
