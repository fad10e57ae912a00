/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.corpus.rows.CsvDialect;
import org.docket.corpus.rows.CsvRecords;
import org.docket.corpus.rows.QuoteEscape;
import org.docket.corpus.source.Input;
import org.docket.corpus.source.TextSources;
import org.docket.error.DocketException;
import org.docket.error.NearestName;

/**
 * Maps many labels to few categories: the CFPB renamed and merged its products over the years.
 *
 * <p>The file is a CSV without a header, {@code label,category} or {@code label,sub-label,category}
 * on each line; lines that begin with {@code #} are comments. A sub-label is what stands in the
 * column "Sub-product" or "sub_product": the CFPB's "Consumer Loan" was vehicle loans and personal
 * loans in one. A line without a sub-label holds for all that have no line of their own. Labels
 * that the map does not have are dropped, and counted. Immutable.
 */
public final class LabelMap {

  private static final CsvDialect DIALECT = new CsvDialect(',', QuoteEscape.DOUBLE, true);

  private final Map<Label, String> categories;
  private final Map<Label, Label> bySpelling;

  private LabelMap(Map<Label, String> categories) {
    this.categories = Map.copyOf(categories);
    Map<Label, Label> spellings = new HashMap<>();
    // Sorted, so that of labels that differ in case only it is always the same one.
    categories.keySet().stream()
        .sorted(Comparator.comparing(Label::label).thenComparing(Label::subLabel))
        .forEach(label -> spellings.putIfAbsent(label.spelling(), label));
    this.bySpelling = Map.copyOf(spellings);
  }

  /** A map that is in memory. */
  public static LabelMap of(Map<String, String> categories) {
    Map<Label, String> map = new HashMap<>();
    categories.forEach((label, category) -> map.put(Label.of(label, ""), category));
    return new LabelMap(map);
  }

  /**
   * Reads a label map.
   *
   * @throws DocketException if the file is missing, a line is not of the form, or a label stands
   *     twice; the message names file and line
   */
  public static LabelMap read(Path file) {
    Map<Label, String> categories = new HashMap<>();
    try {
      TextSources.read(
          Input.of(file),
          Optional.empty(),
          () -> {},
          notice -> {},
          text -> {
            CsvRecords rows = new CsvRecords(text.reader(), DIALECT, 1, Corpus.MAX_ROW);
            while (rows.next()) {
              add(rows, categories, text.name() + ", line " + rows.line() + ": ");
            }
          });
    } catch (IOException e) {
      throw new DocketException("the label map " + file + " cannot be read: " + e.getMessage(), e);
    }
    return new LabelMap(categories);
  }

  /** What a label becomes; empty if the map does not have it. */
  public Optional<String> category(String label) {
    return category(label, "");
  }

  /** What a label with a sub-label becomes; empty if the map does not have it. */
  public Optional<String> category(String label, String subLabel) {
    String exact = categories.get(Label.of(label, subLabel));
    return Optional.ofNullable(exact != null ? exact : categories.get(Label.of(label, "")));
  }

  /** Whether labels become this. */
  boolean hasCategory(String category) {
    return categories.containsValue(category);
  }

  /** What a label becomes that differs from one of the map's only in case or punctuation. */
  Optional<String> similar(String label, String subLabel) {
    Label same = bySpelling.get(Label.of(label, subLabel).spelling());
    same = same != null ? same : bySpelling.get(Label.of(label, "").spelling());
    return Optional.ofNullable(same).map(categories::get);
  }

  /** The label of the map from which another differs only in case or punctuation. */
  Optional<String> similarLabel(String label) {
    String spelling = LabelText.spelling(LabelText.clean(label));
    return bySpelling.entrySet().stream()
        .filter(entry -> entry.getKey().label().equals(spelling))
        .map(entry -> entry.getValue().label())
        .findFirst();
  }

  /** The label of the map that another may be meant for, by its letters. */
  Optional<String> nearLabel(String label) {
    return categories.keySet().stream()
        .map(Label::label)
        .filter(known -> NearestName.isNear(label, known))
        .min(Comparator.naturalOrder());
  }

  /** What goes behind a label that the map does not have: those that may be meant. */
  String hint(String label) {
    return NearestName.hint(
        label, categories.keySet().stream().map(Label::label).sorted().toList());
  }

  private static void add(CsvRecords row, Map<Label, String> categories, String where) {
    if (row.problem().isPresent()) {
      throw new DocketException(where + row.problem().get());
    }
    List<String> fields = row.fields().stream().map(LabelText::clean).toList();
    if (String.join("", fields).codePoints().anyMatch(LabelMap::isHalf)) {
      throw new DocketException(where + "the row is not in UTF-8");
    }
    if (fields.size() < 2 || fields.size() > 3 || fields.contains("")) {
      throw new DocketException(
          where
              + "a line must be label,category or label,sub-label,category"
              + " (quote what has a comma)");
    }
    Label label = Label.of(fields.get(0), fields.size() == 3 ? fields.get(1) : "");
    if (categories.put(label, fields.get(fields.size() - 1)) != null) {
      throw new DocketException(
          where
              + ("the label " + label + " stands twice; a label map has a line for each label, as")
              + " label,category");
    }
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** A label, and a sub-label that is empty if it does not matter. */
  private record Label(String label, String subLabel) {

    static Label of(String label, String subLabel) {
      return new Label(LabelText.clean(label), LabelText.clean(subLabel));
    }

    Label spelling() {
      return new Label(LabelText.spelling(label), LabelText.spelling(subLabel));
    }

    @Override
    public String toString() {
      String both = '"' + label + '"' + (subLabel.isEmpty() ? "" : " with \"" + subLabel + '"');
      return both.replaceAll("\\s+", " ");
    }
  }
}
