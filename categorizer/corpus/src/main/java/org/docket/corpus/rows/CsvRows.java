/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.docket.corpus.source.TextSource;
import org.docket.error.DocketException;

/**
 * Reads a CSV with a header, in the dialect that its beginning shows. Headers that come again, as
 * in files that were joined, are no rows; what has other columns is read by them. For one text.
 */
public final class CsvRows {

  private static final int SHOWN = 3;

  /** More labels are not remembered. */
  private static final int LABELS = 10_000;

  /** Names are no longer. */
  private static final int SHORT = 64;

  private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=.?");

  /** What databases draw below the header and write below the last row. */
  private static final Pattern RULER = Pattern.compile("[-+=:| ]*+");

  private static final Pattern FOOTER =
      Pattern.compile("\\\\\\.|\\(\\d+ rows?( affected)?\\)|\\d+ rows? in set( \\(.*\\))?");

  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\"\r\n]");

  private final TextSource source;
  private final RowSettings settings;
  private final RowEmitter out;
  private final List<Long> repeated = new ArrayList<>();
  private long headers;
  private final Set<String> labels = new HashSet<>();
  private Columns columns;
  private Set<String> names;
  private List<String> kept;
  private char delimiter;

  /** A reader of a text. */
  public CsvRows(TextSource source, RowSettings settings, RowEmitter out) {
    this.source = source;
    this.settings = settings;
    this.out = out;
  }

  /** Whether the beginning of a text is a header that has the text's (and label's) column. */
  public static boolean hasHeader(String beginning, RowSettings settings) {
    CsvFinding finding = CsvFinding.of(beginning, settings);
    List<String> header = finding.header();
    if (!Columns.fit(header, settings)) {
      return false;
    }
    // "Text" and "complaint" are words of any sentence, the other names are not.
    return header.stream().anyMatch(ColumnNames::isTelling)
        || header.size() > 1 && finding.fits() > 0 && finding.bad() == 0;
  }

  /**
   * Reads all rows.
   *
   * @throws DocketException if there is no header, or it lacks a column
   */
  public void read() throws IOException {
    CsvFinding finding = CsvFinding.of(source.beginning(), settings);
    delimiter = finding.dialect().delimiter();
    tellOf(finding.dialect());
    CsvRecords records =
        new CsvRecords(
            behindSeparatorLine(finding),
            finding.dialect(),
            finding.separatorLine() > 0 ? 2 : 1,
            settings.max());
    header(records, finding.skipped());
    while (records.next()) {
      if (records.problem().isPresent()) {
        String raw = records.preview();
        String problem = RowEmitter.hasHalf(raw) ? out.foreign() : records.problem().get();
        out.bad(records.line(), problem, raw);
      } else {
        row(records);
      }
    }
    tellOfHeaders();
  }

  private void tellOf(CsvDialect dialect) {
    if (settings.escape().isEmpty() && dialect.escape() == QuoteEscape.BACKSLASH) {
      settings
          .notices()
          .accept(
              source.name()
                  + ": quotes inside of quotes are escaped by backslashes, and read so"
                  + " (--quote-escape double reads otherwise)");
    }
  }

  private Reader behindSeparatorLine(CsvFinding finding) throws IOException {
    Reader in = source.reader();
    for (int i = 0; i < finding.separatorLine(); i++) {
      in.read();
    }
    return in;
  }

  private void header(CsvRecords records, int skipped) throws IOException {
    for (int i = 0; i < skipped; i++) {
      records.next();
    }
    if (!records.next()) {
      throw new DocketException(
          source.name() + " is empty; a CSV begins with the names of its columns");
    }
    if (records.problem().isPresent()) {
      throw new DocketException(
          source.name()
              + ", line "
              + records.line()
              + ": the names of the columns cannot be read, for "
              + records.problem().get());
    }
    if (skipped > 0) {
      settings
          .notices()
          .accept(
              source.name()
                  + (": the names of the columns are on line " + records.line())
                  + "; what stands above them is not read as rows");
    }
    use(records.fields());
  }

  private void use(List<String> header) {
    columns = Columns.of(header, settings, source.name());
    names = header.stream().map(ColumnNames::loose).collect(Collectors.toCollection(HashSet::new));
    names.remove("");
    kept = columns.keptNames();
    if (!settings.fields()) {
      List<String> all = new ArrayList<>(kept);
      all.addAll(settings.keepIfThere());
      out.columns(all);
    }
  }

  private void row(CsvRecords record) throws IOException {
    List<String> fields = record.fields();
    if (fields.stream().anyMatch(RowEmitter::hasHalf)) {
      out.bad(record.line(), out.foreign(), again(fields));
    } else if (isHeader(fields)) {
      nextHeader(fields, record.line());
    } else if (fields.size() == columns.count() && !isSeparator(fields)) {
      document(record);
    } else if (isContent(fields)) {
      out.bad(record.line(), ragged(fields.size()), again(fields));
    }
  }

  private String ragged(int count) {
    return "the row has "
        + count
        + (count == 1 ? " column" : " columns")
        + ", and the header has "
        + columns.count()
        + (count > columns.count() ? " (what has the delimiter in it must be in quotes)" : "");
  }

  /** Neither a line of blanks nor one that says how many rows there were. */
  private static boolean isContent(List<String> fields) {
    String only = fields.size() == 1 ? fields.get(0).strip() : "content";
    return !only.isEmpty() && !isSeparator(fields) && !FOOTER.matcher(only).matches();
  }

  /** What Excel writes before the header of a joined file, or a line of dashes. */
  private static boolean isSeparator(List<String> fields) {
    return fields.size() <= 2 && SEPARATOR.matcher(String.join("", fields)).matches()
        || fields.stream().allMatch(field -> field.isBlank() || isRuler(field))
            && fields.stream().anyMatch(CsvRows::isRuler);
  }

  private static boolean isRuler(String field) {
    return field.contains("---") && RULER.matcher(field).matches();
  }

  /** A row as it could have stood in the text. */
  private String again(List<String> fields) {
    return fields.stream()
        .map(
            field ->
                NEEDS_QUOTES.matcher(field).find() || field.indexOf(delimiter) >= 0
                    ? '"' + field.replace("\"", "\"\"") + '"'
                    : field)
        .collect(Collectors.joining(String.valueOf(delimiter)));
  }

  private void document(CsvRecords record) throws IOException {
    List<String> fields = record.fields();
    String label = columns.label() < 0 ? "" : fields.get(columns.label());
    if (columns.label() >= 0 && !isLikely(label, record)) {
      out.bad(
          record.line(),
          "the row may belong to the text of one before, whose quotes are wrong: no other has its"
              + " label",
          again(fields));
      return;
    }
    List<String> values = new ArrayList<>(columns.kept().size());
    for (int column : columns.kept()) {
      values.add(fields.get(column));
    }
    for (int column : columns.keptIfThere()) {
      values.add(column < 0 ? "" : fields.get(column));
    }
    out.good(
        record.line(),
        label,
        columns.subLabel() < 0 ? "" : fields.get(columns.subLabel()),
        columns.text() < 0 ? "" : fields.get(columns.text()),
        settings.fields() ? List.of() : values,
        settings.fields() ? named(values) : Map.of());
  }

  private Map<String, Object> named(List<String> values) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < kept.size(); i++) {
      named.put(kept.get(i), RowEmitter.orEmpty(values.get(i)));
    }
    return named;
  }

  /** Words of a narrative that stand where a label would are no label. */
  private boolean isLikely(String label, CsvRecords record) throws IOException {
    String name = label.strip();
    if (labels.contains(name)) {
      record.settle();
      return true;
    }
    if (name.isEmpty()) {
      return true;
    }
    if (record.doubtful() || record.quotes() && labels.size() < LABELS && !record.beginsOutside()) {
      return false;
    }
    if (labels.size() < LABELS) {
      labels.add(name);
    }
    return true;
  }

  /** The same names again, or others among which are those of the text and the label. */
  private boolean isHeader(List<String> fields) {
    int text = Math.max(0, columns.text());
    if (fields.size() > text && !isName(fields.get(text)) && !isName(fields.get(0))) {
      return false;
    }
    if (columns.sameAs(fields)) {
      return true;
    }
    // Without a label there is one name only, which may be all that somebody wrote.
    long needed = settings.labelled() ? (fields.size() + 1) / 2 : fields.size();
    return fields.size() > 1
        && fields.stream().filter(this::isName).count() >= needed
        && Columns.fit(fields, settings);
  }

  private boolean isName(String field) {
    return ColumnNames.isKnown(field)
        || field.length() <= SHORT && names.contains(ColumnNames.loose(field));
  }

  private void nextHeader(List<String> fields, long line) {
    headers++;
    if (columns.sameAs(fields)) {
      if (repeated.size() < SHOWN) {
        repeated.add(line);
      }
      return;
    }
    settings
        .notices()
        .accept(
            String.format(
                Locale.ROOT,
                "%s, line %d: another header; from here on its columns are read",
                source.name(),
                line));
    use(fields);
  }

  private void tellOfHeaders() {
    if (!repeated.isEmpty()) {
      String lines = repeated.stream().map(String::valueOf).collect(Collectors.joining(", "));
      settings
          .notices()
          .accept(
              String.format(
                  Locale.ROOT,
                  "%s: the header stands again %s, as in files that were joined; not read as rows"
                      + " (line %s%s)",
                  source.name(),
                  headers == 1 ? "once" : headers + " times",
                  lines,
                  headers > repeated.size() ? ", \u2026" : ""));
    }
  }
}
