/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of conf/demo are what their README says. */
class DemoComplaintsTest {

  private static final Path FOLDER = Path.of("../conf/demo");
  private static final String DEMO = "complaints.csv";
  private static final String HARD = "complaints-hard.csv";

  private static final List<String> COLUMNS =
      List.of(
          "complaint_id",
          "date_received",
          "category",
          "product",
          "sub_product",
          "issue",
          "sub_issue",
          "company",
          "state",
          "zip_code",
          "narrative");

  private static final Map<String, Integer> BY_CATEGORY =
      Map.of(
          "Debt collection", 42,
          "Credit reporting", 36,
          "Payday or personal loan", 24,
          "Mortgage", 24,
          "Credit or prepaid card", 23,
          "Bank account", 18,
          "Student loan", 17,
          "Vehicle loan or lease", 13,
          "Money transfer", 13);

  /** Words of real complaints, by the per cent of them that have fewer. */
  private static final Map<Integer, Integer> REAL_LENGTHS =
      Map.of(10, 36, 25, 68, 50, 129, 75, 238, 90, 405);

  private static final int BAND = 12;

  @ParameterizedTest
  @CsvSource({DEMO + ", demo", HARD + ", hard"})
  void rowsAreWholeDatedAndNumberedInTheirOrder(String file, String prefix) throws IOException {
    List<CSVRecord> rows = rows(file);

    assertThat(rows).allMatch(CSVRecord::isConsistent);
    assertThat(rows.get(0).getParser().getHeaderNames()).isEqualTo(COLUMNS);
    assertThat(column(rows, "complaint_id"))
        .allMatch(id -> id.matches(prefix + "-\\d{3}"))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(column(rows, "date_received").stream().map(LocalDate::parse))
        .isSorted()
        .allMatch(date -> date.getYear() >= 2023 && date.getYear() <= 2025);
    assertThat(column(rows, "category")).allMatch(BY_CATEGORY::containsKey);
    assertThat(column(rows, "narrative")).noneMatch(String::isBlank);
  }

  @Test
  void noIdIsInBothFiles() throws IOException {
    assertThat(column(rows(DEMO), "complaint_id"))
        .doesNotContainAnyElementsOf(column(rows(HARD), "complaint_id"));
  }

  @Test
  void categoriesAreBetweenRealAndEqualProportions() throws IOException {
    Map<String, Integer> counts =
        column(rows(DEMO), "category").stream()
            .collect(Collectors.toMap(Function.identity(), category -> 1, Integer::sum));

    assertThat(counts).isEqualTo(BY_CATEGORY);
    assertThat(counts.values()).allMatch(count -> count >= 12);
  }

  @Test
  void lengthsAreThoseOfRealComplaints() throws IOException {
    List<Integer> lengths =
        column(rows(DEMO), "narrative").stream()
            .map(text -> text.split("\\s+").length)
            .sorted()
            .toList();

    REAL_LENGTHS.forEach(
        (percent, words) ->
            assertThat(lengths.get(percent * lengths.size() / 100))
                .as("words that %d %% have fewer of", percent)
                .isCloseTo(words, withinPercentage(BAND)));
  }

  @Test
  void noTwoBeginAlike() throws IOException {
    List<String> openings = new ArrayList<>(openings(DEMO));
    openings.addAll(openings(HARD));

    assertThat(openings).doesNotHaveDuplicates();
  }

  private static List<String> openings(String file) throws IOException {
    return column(rows(file), "narrative").stream()
        .map(text -> text.substring(0, Math.min(25, text.length())))
        .toList();
  }

  private static List<String> column(List<CSVRecord> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static List<CSVRecord> rows(String file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file));
        CSVParser rows = CSVParser.parse(reader, format)) {
      return rows.getRecords();
    }
  }
}
