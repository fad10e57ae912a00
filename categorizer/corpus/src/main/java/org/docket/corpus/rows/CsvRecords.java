/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV record by record with FastCSV, bounded, with the line of each. After a record that is
 * malformed, too long or never ends it resumes only where a record can begin, see {@link
 * QuoteEvidence}: never with the words inside of a quoted field. Empty lines are no records. For
 * one thread.
 */
public final class CsvRecords {

  /** More than any table of complaints has. */
  private static final int MAX_FIELDS = 100_000;

  /** Longer than nearly every text. */
  private static final int AHEAD = 1 << 15;

  /** So much more may be looked at for each record: with short ones it would be looked often. */
  private static final int PATIENCE = 1 << 10;

  private final RetainingReader in;
  private final CsvDialect dialect;
  private final int max;
  private long patience = 64L * AHEAD;
  private Fields fields;
  private CloseableIterator<List<String>> records;
  private List<String> record = List.of();
  private Optional<String> problem = Optional.empty();
  private String preview = "";
  private boolean unclosed;
  private boolean doubtful;
  private boolean quotes;
  private long line;

  /**
   * A reader.
   *
   * @param firstLine the number of the first line
   * @param max characters of a record
   */
  public CsvRecords(Reader in, CsvDialect dialect, long firstLine, int max) {
    this.in = new RetainingReader(in, firstLine, max);
    this.dialect = dialect;
    this.max = max;
    restart();
  }

  /** Moves to the next record, good or bad; whether there is one. */
  public boolean next() throws IOException {
    problem = Optional.empty();
    preview = "";
    unclosed = false;
    patience += PATIENCE;
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
      line = fields.line();
      quotes |= fields.quoted();
    } catch (CsvParseException e) {
      throwForeign(e);
      bad(reason(e));
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof RowTooLongException)) {
        throw e.getCause();
      }
      bad(e.getCause().getMessage());
    }
    return true;
  }

  /** Whether it is no record because a quote is never closed. */
  boolean unclosed() {
    return unclosed;
  }

  /**
   * Whether it follows a bad record with an odd number of quotes, so that it may belong to that,
   * and none since was surely a record.
   */
  boolean doubtful() {
    return doubtful;
  }

  /** The record is surely one, and so are those that follow. */
  void settle() {
    doubtful = false;
  }

  /** Whether there has been a field in quotes: who writes them quotes all that need it. */
  boolean quotes() {
    return quotes;
  }

  /**
   * Whether quotes behind the beginning of a good record do not tell that it is inside of a field,
   * whose first quote is missing. Looks at a part of what follows, and so may wait for it.
   */
  boolean beginsOutside() throws IOException {
    in.toRecord();
    int ahead = (int) Math.min(AHEAD, patience);
    QuoteEvidence evidence = new QuoteEvidence(in, dialect, ahead);
    boolean outside = evidence.beginsOutside();
    patience -= evidence.looked();
    return outside && (ahead == AHEAD || evidence.isClear());
  }

  /** The line that the record begins on. */
  public long line() {
    return line;
  }

  /** Why it is no record; empty if it is one. */
  public Optional<String> problem() {
    return problem;
  }

  /** The fields of a good record. */
  public List<String> fields() {
    return record;
  }

  /** How a bad record stands in the text, up to a limit. */
  public String preview() {
    return preview;
  }

  private void restart() {
    boolean backslash = dialect.escape() == QuoteEscape.BACKSLASH;
    fields = new Fields(in, backslash);
    Reader unescaped = backslash ? new BackslashReader(in) : in;
    records =
        CsvReader.builder()
            .fieldSeparator(dialect.delimiter())
            .quoteCharacter(CsvDialect.QUOTE)
            .commentStrategy(dialect.comments() ? CommentStrategy.SKIP : CommentStrategy.NONE)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            // Ours comes first, and says so.
            .maxBufferSize(max + (1 << 16))
            .build(fields, unescaped)
            .iterator();
  }

  /** Drops the record, and all that can be inside of it. */
  private void bad(String reason) throws IOException {
    record = List.of();
    in.toRecord();
    line = in.line();
    Preview shown = new Preview();
    in.dropLine(shown);
    QuoteEvidence evidence = new QuoteEvidence(in, dialect, Integer.MAX_VALUE);
    while (in.at(0) >= 0 && !evidence.beginsOutside()) {
      shown.add(in.text(evidence.end()));
      in.drop(evidence.end());
      in.dropLine(shown);
    }
    preview = shown.text();
    problem = Optional.of(reason + hint());
    doubtful = shown.quotes() % 2 == 1;
    restart();
  }

  private String hint() {
    return dialect.escape() == QuoteEscape.DOUBLE && preview.contains("\\\"")
        ? "; its quotes look escaped by backslashes: add --quote-escape backslash"
        : "";
  }

  /** FastCSV wraps what it did not throw itself, such as what a reader throws. */
  private static void throwForeign(CsvParseException e) {
    if (e.getCause() instanceof RuntimeException foreign) {
      throw foreign;
    }
    if (e.getCause() instanceof Error foreign) {
      throw foreign;
    }
  }

  private String reason(CsvParseException e) {
    if (fields.tooMany()) {
      return "the row has more than " + MAX_FIELDS + " columns";
    }
    unclosed = e.getMessage().startsWith("Unclosed");
    return unclosed ? "a quote is never closed" : "a quoted field goes on after its closing quote";
  }

  /** Collects the fields of a record. */
  private static final class Fields extends AbstractBaseCsvCallbackHandler<List<String>> {

    private final RetainingReader in;
    private final boolean backslash;
    private final long firstLine;
    private List<String> fields = new ArrayList<>();
    private long line;
    private boolean quoted;

    Fields(RetainingReader in, boolean backslash) {
      this.in = in;
      this.backslash = backslash;
      this.firstLine = in.line();
    }

    long line() {
      return line;
    }

    /** Whether one of them has quotes around it, and something in them. */
    boolean quoted() {
      return quoted;
    }

    boolean tooMany() {
      return fields.size() >= MAX_FIELDS;
    }

    @Override
    protected void handleBegin(long startingLine) {
      line = firstLine + startingLine - 1;
      in.recordBegins(line);
      fields = new ArrayList<>(fields.size());
      quoted = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean inQuotes) {
      if (tooMany()) {
        throw new CsvParseException("too many");
      }
      quoted |= inQuotes && length > 0;
      String field = new String(buffer, offset, length);
      fields.add(
          backslash ? field.replace(BackslashReader.ESCAPED_QUOTE, CsvDialect.QUOTE) : field);
    }

    @Override
    protected List<String> buildRecord() {
      return fields;
    }
  }
}
