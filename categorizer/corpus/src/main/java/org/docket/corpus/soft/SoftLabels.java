/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.rows.Row;
import org.docket.corpus.rows.RowHandler;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/**
 * A file of soft labels: a table (CSV or JSON, also compressed) with a column of probabilities for
 * each category, such as {@code p(Mortgage)}, and one of the columns {@link JoinKey} names. Other
 * columns are not read. Held in memory; for one thread.
 */
public final class SoftLabels {

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
  private static final int SHOWN = 40;

  private final String name;
  private final Map<String, Entry> entries = new HashMap<>();
  private JoinKey key;
  private int keyPlace;
  private ProbabilityColumns columns;
  private int matched;

  private SoftLabels(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @param onBadRow what to do about rows that cannot be read as such; wrong numbers are refused
   * @param notices gets what a person should know
   * @throws DocketException if the file is missing or corrupt, has none or several of the columns
   *     to join by, no probabilities, a row that cannot be read, or two different ones of the same
   *     key; the message names file, line and column
   */
  public static SoftLabels read(Path file, OnBadRow onBadRow, Consumer<String> notices) {
    SoftLabels labels = new SoftLabels(file.toString());
    CorpusOptions options =
        CorpusOptions.builder()
            .texts(false)
            .labelled(false)
            .probabilities(true)
            .keepAll(true)
            .onBadRow(onBadRow)
            .notices(notices)
            .build();
    try (CorpusReader reader = new CorpusReader(options)) {
      reader.rows(Input.of(file), labels.new Rows());
      reader.finish();
    }
    if (labels.entries.isEmpty()) {
      throw new DocketException(file + " has no soft labels");
    }
    return labels;
  }

  /** What it is joined by. */
  public JoinKey key() {
    return key;
  }

  /** The categories, in the order of the probabilities. */
  public List<String> categories() {
    return columns.categories();
  }

  /** How many keys there are. */
  public int size() {
    return entries.size();
  }

  /** How many keys were asked for so far. */
  public int matched() {
    return matched;
  }

  /**
   * The probabilities of what has a key.
   *
   * @param value a {@link TextHash}, an id, or a number, as {@link #key} says
   */
  public Optional<float[]> find(String value) {
    Entry entry = entries.get(value.strip());
    if (entry == null) {
      return Optional.empty();
    }
    matched += entry.asked ? 0 : 1;
    entry.asked = true;
    return Optional.of(entry.probabilities.clone());
  }

  private static final class Entry {

    private final float[] probabilities;
    private final long line;
    private boolean asked;

    Entry(float[] probabilities, long line) {
      this.probabilities = probabilities;
      this.line = line;
    }
  }

  /** Gets the rows of the file. */
  private final class Rows implements RowHandler {

    @Override
    public void columns(List<String> names) {
      List<Integer> keys =
          IntStream.range(0, names.size())
              .filter(i -> JoinKey.of(names.get(i)).isPresent())
              .boxed()
              .toList();
      if (keys.size() != 1) {
        throw new DocketException(
            name
                + " has "
                + (keys.isEmpty()
                    ? "no column to join it by"
                    : "several columns to join it by ("
                        + String.join(", ", keys.stream().map(names::get).toList())
                        + ")")
                + ": it needs one of "
                + String.join(", ", JoinKey.columns()));
      }
      keyPlace = keys.get(0);
      key = JoinKey.of(names.get(keyPlace)).orElseThrow();
      columns = ProbabilityColumns.of(names, name);
      if (columns.categories().size() < 2) {
        throw new DocketException(
            name + " needs a column of probabilities for each category, such as p(Mortgage)");
      }
    }

    @Override
    public void row(Row row) {
      if (row.problem().isPresent()) {
        return; // told of by the reader
      }
      String value = row.kept().get(keyPlace).strip();
      require(row, value);
      float[] probabilities =
          columns
              .read(row)
              .orElseThrow(
                  () -> new DocketException(where(row) + ": the row has no probabilities"));
      Entry entry = entries.putIfAbsent(value, new Entry(probabilities, row.line()));
      if (entry != null && !Arrays.equals(entry.probabilities, probabilities)) {
        throw new DocketException(
            where(row)
                + (", column " + key.column() + ": " + shown(value))
                + (" has other probabilities than on line " + entry.line));
      }
    }

    private void require(Row row, String value) {
      String problem =
          switch (key) {
            case TEXT_HASH ->
                TextHash.isOne(value)
                    ? ""
                    : "is no hash of a text: 16 hexadecimal digits in lower case, the first of the"
                        + " SHA-256 of its UTF-8 bytes";
            case ROW -> NUMBER.matcher(value).matches() ? "" : "is no number of a row, from 1";
            case ID -> value.isEmpty() ? "is no id" : "";
          };
      if (!problem.isEmpty()) {
        throw new DocketException(
            where(row) + ", column " + key.column() + ": " + shown(value) + " " + problem);
      }
    }

    private String where(Row row) {
      return name + ", line " + row.line();
    }

    private static String shown(String value) {
      return '"' + value.substring(0, Math.min(SHOWN, value.length())) + '"';
    }
  }
}
