/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.docket.corpus.source.TextSource;
import org.docket.error.DocketException;
import org.docket.model.CategoryNames;

/** Reads texts of which each line is a row. For one text. */
public final class LineRows {

  /** A label that is longer is a text. */
  private static final int LONG_LABEL = 80;

  /** What stands before a label in fastText's format, which is the same otherwise. */
  private static final String FASTTEXT = "__label__";

  /** A category of OpenNLP's format in which white space is escaped. */
  private static final Pattern ESCAPED = Pattern.compile("\\A\\S*%[0-9A-F]{2}");

  private final TextSource source;
  private final RowEmitter out;
  private final RowSettings settings;

  /** A reader of a text. */
  public LineRows(TextSource source, RowSettings settings, RowEmitter out) {
    this.source = source;
    this.out = out;
    this.settings = settings;
  }

  /**
   * Whether in most lines of a text's beginning a tab stands behind what may be a label, and one of
   * the labels has a blank, which would end it in OpenNLP's format. In the other lines a text may
   * go on, as in MySQL's files.
   */
  public static boolean hasTabs(String beginning) {
    boolean blank = false;
    int labels = 0;
    int lines = 0;
    String[] all = beginning.split("\\R");
    // The last line may go on behind the beginning.
    int count = beginning.endsWith("\n") || all.length == 1 ? all.length : all.length - 1;
    for (int i = 0; i < count; i++) {
      String line = all[i].strip();
      int tab = line.indexOf('\t');
      if (ESCAPED.matcher(line).find()) {
        return false;
      }
      if (tab > 0 && tab <= LONG_LABEL) {
        blank |= line.substring(0, tab).strip().indexOf(' ') > 0;
        labels++;
      }
      lines += line.isEmpty() ? 0 : 1;
    }
    return blank && labels * 2 > lines;
  }

  /** Each line is a text, also an empty one. */
  public void readTexts() throws IOException {
    read((line, text) -> out.good(line, "", "", text, List.of()), false);
  }

  /** A line is a label, a tab, and a text. */
  public void readTabs() throws IOException {
    read(
        (line, text) -> {
          int tab = text.indexOf('\t');
          if (tab < 0) {
            out.bad(line, "the line has no tab between label and text", text);
          } else {
            String label = unquoted(text.substring(0, tab));
            out.good(line, label, "", unquoted(text.substring(tab + 1)), List.of());
          }
        },
        true);
  }

  /** A line is a category, white space, and a text, as for OpenNLP's document categorizer. */
  public void readOpenNlp() throws IOException {
    read((line, text) -> openNlp(line, text.strip()), true);
  }

  /** Spreadsheets write quotes around what has quotes in it. */
  private static String unquoted(String field) {
    if (field.length() < 2 || !field.startsWith("\"") || !field.endsWith("\"")) {
      return field;
    }
    String inside = field.substring(1, field.length() - 1);
    String unescaped = inside.replace("\"\"", "\"");
    long quotes = inside.chars().filter(c -> c == '"').count();
    boolean allTwice = 2L * (inside.length() - unescaped.length()) == quotes;
    return allTwice ? unescaped : field;
  }

  private void openNlp(long line, String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String rest = text.substring(end).strip();
    if (rest.isEmpty()) {
      out.bad(line, "the line has a category and no text", text);
    } else if (text.startsWith(FASTTEXT)) {
      fastText(line, text.substring(FASTTEXT.length(), end), rest);
    } else {
      out.good(line, CategoryNames.unescape(text.substring(0, end)), "", rest, List.of());
    }
  }

  private void fastText(long line, String label, String text) {
    if (text.startsWith(FASTTEXT)) {
      out.bad(
          line, "the line has several labels, and one is needed", FASTTEXT + label + " " + text);
    } else {
      out.good(line, label, "", text, List.of());
    }
  }

  private void read(LineHandler handler, boolean skipsBlank) throws IOException {
    if (!settings.keep().isEmpty()) {
      throw new DocketException(
          source.name()
              + " is read line by line and has no columns, so that none can be kept"
              + " (--input-format csv reads columns)");
    }
    out.columns(List.of());
    Lines lines = new Lines(source.reader(), settings.max());
    while (lines.next()) {
      String text = lines.text();
      Optional<String> problem = lines.problem();
      if (problem.isEmpty() && RowEmitter.hasHalf(text)) {
        problem = Optional.of(out.foreign());
      }
      if (problem.isPresent()) {
        out.bad(lines.line(), problem.get(), text);
      } else if (!skipsBlank || !text.isBlank()) {
        handler.line(lines.line(), text);
      }
    }
  }

  /** Gets a line. */
  private interface LineHandler {
    void line(long number, String text);
  }
}
