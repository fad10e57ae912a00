/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.docket.DocketException;

/**
 * Maps many labels to few categories: the CFPB renamed and merged its products over the years.
 *
 * <p>The file is a CSV without a header, {@code label,category} on each line; lines that begin with
 * {@code #} are comments. Labels that it does not have are dropped, and counted. Immutable.
 */
public final class LabelMap {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

  private final Map<String, String> categories;

  private LabelMap(Map<String, String> categories) {
    this.categories = Map.copyOf(categories);
  }

  /** A map that is in memory. */
  public static LabelMap of(Map<String, String> categories) {
    return new LabelMap(categories);
  }

  /**
   * Reads a label map.
   *
   * @throws DocketException if the file is missing or a line is not {@code label,category}, or if a
   *     label stands twice; the message names file and line
   */
  public static LabelMap read(Path file) {
    Map<String, String> categories = new HashMap<>();
    try (Reader text = CorpusFile.open(file);
        CSVParser rows = CSVParser.builder().setReader(text).setFormat(FORMAT).get()) {
      for (CSVRecord row : rows) {
        add(row, categories, file + ", line " + rows.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DocketException("the label map " + file + " cannot be read: " + e.getMessage(), e);
    }
    return new LabelMap(categories);
  }

  /** What a label becomes; empty if the map does not have it. */
  public Optional<String> category(String label) {
    return Optional.ofNullable(categories.get(label));
  }

  private static void add(CSVRecord row, Map<String, String> categories, String where) {
    if (row.size() != 2 || row.get(0).isBlank() || row.get(1).isBlank()) {
      throw new DocketException(where + ": a line must be label,category (quote what has a comma)");
    }
    String previous = categories.put(row.get(0).strip(), row.get(1).strip());
    if (previous != null) {
      throw new DocketException(where + ": the label \"" + row.get(0) + "\" stands twice");
    }
  }
}
