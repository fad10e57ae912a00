/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.util.List;
import java.util.Map;
import org.docket.corpus.source.TextSource;
import org.docket.error.DocketException;

/** Numbers the rows of an input, of all its texts together, and hands them on. For one thread. */
public final class RowEmitter {

  /** How databases write that there is none. */
  private static final String NONE = "\\N";

  private final RowHandler handler;
  private TextSource source;
  private List<String> kept;
  private String keptOf;
  private long number;

  /** An emitter that hands rows on. */
  public RowEmitter(RowHandler handler) {
    this.handler = handler;
  }

  /** The rows that follow are of this text. */
  public void begin(TextSource text) {
    source = text;
  }

  /**
   * The columns that come along with the rows that follow.
   *
   * @throws DocketException if they are others than those of an earlier text
   */
  void columns(List<String> names) {
    if (kept == null) {
      kept = names;
      keptOf = source.name();
      handler.columns(names);
    } else if (!loose(kept).equals(loose(names))) {
      throw new DocketException(
          source.name()
              + " has other columns than "
              + keptOf
              + ", so that they cannot be kept side by side: name those that both have with --keep");
    }
  }

  /** How many rows there were. */
  public long count() {
    return number;
  }

  /** Hands on a row, of whose characters each is one: see {@link #foreign}. */
  void good(long line, String label, String subLabel, String text, List<String> values) {
    good(line, label, subLabel, text, values, Map.of());
  }

  /** Hands on a row with all its columns. */
  void good(
      long line,
      String label,
      String subLabel,
      String text,
      List<String> values,
      Map<String, Object> fields) {
    handler.row(
        Row.good(++number, line, orEmpty(label), orEmpty(subLabel), orEmpty(text), values, fields));
  }

  /** What stands in a column; nothing where a database says that there is nothing. */
  static String orEmpty(String value) {
    return value.equals(NONE) ? "" : value;
  }

  void bad(long line, String problem, String raw) {
    handler.row(Row.bad(++number, line, problem, shown(raw)));
  }

  /** What is wrong with a row that has bytes that are no characters. */
  String foreign() {
    String charset = source.charset().name();
    return "the row is not in "
        + charset
        + source
            .likelyEncoding()
            .map(name -> "; it is likely " + name + ": add --encoding " + name)
            .orElse("; some bytes of it are damaged");
  }

  /** Whether there is half of a pair alone: so the source marks bytes that are no characters. */
  static boolean hasHalf(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** What marks a byte cannot be shown or written. */
  private static String shown(String raw) {
    if (!hasHalf(raw)) {
      return raw;
    }
    StringBuilder shown = new StringBuilder();
    raw.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static List<String> loose(List<String> names) {
    return names.stream().map(ColumnNames::loose).toList();
  }
}
