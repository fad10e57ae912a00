/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.docket.error.DocketException;

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

  private final Map<Label, String> categories;

  private LabelMap(Map<Label, String> categories) {
    this.categories = Map.copyOf(categories);
  }

  /** A map that is in memory. */
  public static LabelMap of(Map<String, String> categories) {
    Map<Label, String> map = new HashMap<>();
    categories.forEach((label, category) -> map.put(new Label(label, ""), category));
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
    try (InputStream bytes = CorpusFile.bytes(file, CorpusFormat.of(file))) {
      CsvReader rows = new CsvReader(new ByteSource(bytes), Corpus.MAX_ROW_BYTES, '#');
      while (rows.next()) {
        add(rows, categories, file + ", line " + rows.line() + ": ");
      }
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
    String exact = categories.get(new Label(label, subLabel));
    return Optional.ofNullable(exact != null ? exact : categories.get(new Label(label, "")));
  }

  private static void add(CsvReader row, Map<Label, String> categories, String where) {
    List<String> fields = fields(row, where);
    if (fields.size() < 2 || fields.size() > 3 || fields.contains("")) {
      throw new DocketException(
          where
              + "a line must be label,category or label,sub-label,category"
              + " (quote what has a comma)");
    }
    Label label = new Label(fields.get(0), fields.size() == 3 ? fields.get(1) : "");
    if (categories.put(label, fields.get(fields.size() - 1)) != null) {
      throw new DocketException(where + "the label " + label + " stands twice");
    }
  }

  private static List<String> fields(CsvReader row, String where) {
    try {
      return row.fields().stream().map(String::strip).toList();
    } catch (RowException e) {
      throw new DocketException(where + e.getMessage(), e);
    }
  }

  /** A label, and a sub-label that is empty if it does not matter. */
  private record Label(String label, String subLabel) {

    @Override
    public String toString() {
      String both = '"' + label + '"' + (subLabel.isEmpty() ? "" : " with \"" + subLabel + '"');
      return both.replaceAll("\\s+", " ");
    }
  }
}
