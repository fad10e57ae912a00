/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.CorpusReader;
import org.docket.corpus.DocumentHandler;
import org.docket.corpus.LabelText;
import org.docket.corpus.LabelledText;
import org.docket.corpus.rows.ProbabilityNames;
import org.docket.corpus.rows.Row;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;

/** Which of the columns that come along with a row are probabilities of which category. */
public final class ProbabilityColumns {

  /** So far may probabilities sum to something else than 1: they are rounded when written. */
  private static final double TOLERANCE = 0.02;

  private static final int SHOWN = 40;

  /** Not what Java also takes for one: 0x1p3, 1f. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private final String input;
  private final List<String> columns;
  private final List<String> categories;

  /** The place of each category's column. */
  private final List<Integer> places;

  private ProbabilityColumns(
      String input, List<String> columns, List<String> categories, List<Integer> places) {
    this.input = input;
    this.columns = columns;
    this.categories = List.copyOf(categories);
    this.places = List.copyOf(places);
  }

  /**
   * Finds them by their names.
   *
   * @param columns of each row, as they come along
   * @param input for messages
   * @throws DocketException if a category has two columns, or a column's category has no name
   */
  public static ProbabilityColumns of(List<String> columns, String input) {
    List<String> categories = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Optional<String> name = ProbabilityNames.category(columns.get(i)).map(LabelText::clean);
      if (name.isPresent()) {
        if (name.get().isEmpty()) {
          throw new DocketException(
              input + ": the column \"" + columns.get(i) + "\" names no category");
        }
        // A name that stands twice comes along with its number behind it.
        if (categories.contains(name.get())) {
          throw new DocketException(
              input + " has two columns of probabilities of \"" + name.get() + '"');
        }
        categories.add(name.get());
        places.add(i);
      }
    }
    return new ProbabilityColumns(input, List.copyOf(columns), categories, places);
  }

  /**
   * The categories of which a corpus has probabilities, from its first header or row alone; none if
   * it has no such columns.
   *
   * @throws DocketException if the file cannot be read
   */
  public static List<String> categories(Path file, CorpusOptions options) {
    CorpusOptions quiet =
        options.toBuilder().probabilities(true).badRows(null).notices(notice -> {}).build();
    try (CorpusReader reader = new CorpusReader(quiet)) {
      reader.read(Input.of(file), new Header());
    } catch (Found e) {
      return of(e.columns, file.toString()).categories();
    }
    return List.of();
  }

  /** The categories, in the order of their columns. */
  public List<String> categories() {
    return categories;
  }

  /**
   * The same, in another order.
   *
   * @param order of the probabilities that are read
   * @param of whose order it is, for messages
   * @throws DocketException if it has other categories
   */
  public ProbabilityColumns inOrder(List<String> order, String of) {
    TreeSet<String> missing = new TreeSet<>(order);
    categories.forEach(missing::remove);
    TreeSet<String> more = new TreeSet<>(categories);
    more.removeAll(new HashSet<>(order));
    if (!missing.isEmpty() || !more.isEmpty()) {
      throw new DocketException(
          input
              + (missing.isEmpty() ? "" : " has no column p(" + missing.first() + ")")
              + (missing.isEmpty() || more.isEmpty() ? "" : ", and")
              + (more.isEmpty() ? "" : " has a column p(" + more.first() + ")")
              + (" unlike " + of + ": all must have the same categories"));
    }
    return new ProbabilityColumns(
        input,
        columns,
        order,
        order.stream().map(category -> places.get(categories.indexOf(category))).toList());
  }

  /**
   * The probabilities of a row, which sum to 1.
   *
   * @return nothing if all of its columns are empty
   * @throws DocketException if one is no probability, or they sum to something else than 1; the
   *     message names input, line and column
   */
  public Optional<float[]> read(Row row) {
    if (places.stream().allMatch(place -> row.kept().get(place).isBlank())) {
      return Optional.empty();
    }
    double[] values = new double[places.size()];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = number(row, places.get(i));
      sum += values[i];
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw new DocketException(
          String.format(
              Locale.ROOT, "%s: the probabilities sum to %.4g, not to 1", where(row), sum));
    }
    float[] probabilities = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      probabilities[i] = (float) (values[i] / sum);
    }
    return Optional.of(probabilities);
  }

  private double number(Row row, int place) {
    String field = row.kept().get(place).strip();
    if (!NUMBER.matcher(field).matches()) {
      throw new DocketException(
          where(row)
              + (", column " + columns.get(place) + ": ")
              + (field.isEmpty()
                  ? "there is no number, though other columns of the row have one"
                  : '"' + field.substring(0, Math.min(SHOWN, field.length())) + "\" is no number"));
    }
    double value = Double.parseDouble(field);
    if (value < 0 || value > 1 + TOLERANCE) {
      throw new DocketException(
          where(row)
              + (", column " + columns.get(place) + ": " + field)
              + " is no probability, which is from 0 to 1");
    }
    return value;
  }

  private String where(Row row) {
    return input + ", line " + row.line();
  }

  /** Ends the reading as soon as it is known what comes along. */
  private static final class Header implements DocumentHandler {

    @Override
    public void columns(List<String> kept) {
      throw new Found(kept);
    }

    @Override
    public void document(LabelledText document, Row row) {
      throw new Found(List.of());
    }
  }

  private static final class Found extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final transient List<String> columns;

    Found(List<String> columns) {
      super("found", null, false, false);
      this.columns = List.copyOf(columns);
    }
  }
}
