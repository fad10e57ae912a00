/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarsTest {

  private static final Bars IN_FILE = Bars.on(Terminal.NONE);
  private static final Bars UNICODE = new Bars(Glyphs.UNICODE, Paint.NONE, 40);

  private final Map<String, Long> counts = new LinkedHashMap<>();

  @Test
  void aFileGetsBarsOfAsciiInProportion() {
    counts.put("Mortgage", 3L);
    counts.put("Debt collection", 1L);
    assertThat(IN_FILE.lines(counts))
        .containsExactly(
            "Mortgage         " + "#".repeat(30) + "        3  75.0 %",
            "Debt collection  " + "#".repeat(10) + " ".repeat(20) + "        1  25.0 %");
    assertThat(IN_FILE.lines(Map.of())).isEmpty();
  }

  @Test
  void aBarHasPartsOfAColumnWhereTheyCanBeShown() {
    counts.put("a", 16L);
    counts.put("b", 7L);
    counts.put("c", 0L);
    assertThat(UNICODE.lines(counts))
        .containsExactly(
            "a  " + "█".repeat(30) + "       16  69.6 %",
            "b  " + "█".repeat(13) + "▏" + " ".repeat(16) + "        7  30.4 %",
            "c  " + " ".repeat(30) + "        0   0.0 %");
  }

  @Test
  void longNamesAreCutAndLinesFitIntoATerminal() {
    counts.put("Credit reporting, credit repair services, or other reports", 4_000_000L);
    counts.put("Payday, title, personal loan", 1L);
    List<String> lines = IN_FILE.lines(counts);
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(lines.get(0))
        .startsWith("Credit reporting, credit...   ###")
        .endsWith(" 4,000,000 100.0 %");
    assertThat(lines.get(1)).startsWith("Payday, title, personal loan  #");
  }

  @Test
  void linesFitIntoANarrowTerminal() {
    counts.put("Credit reporting, credit repair services, or other reports", 4_000_000L);
    counts.put("Payday", 2_000_000L);
    for (int columns : new int[] {40, 60, 76, 200}) {
      List<String> lines = new Bars(Glyphs.UNICODE, Paint.NONE, 40, columns).lines(counts);
      assertThat(lines)
          .allSatisfy(l -> assertThat(DisplayWidth.of(l)).isLessThanOrEqualTo(columns));
    }
    assertThat(new Bars(Glyphs.UNICODE, Paint.NONE, 40, 40).lines(counts))
        .containsExactly(
            "Credit report…  ██████ 4,000,000  66.7 %", "Payday          ███    2,000,000  33.3 %");
  }

  @Test
  void charactersOfTwoColumnsAreAligned() {
    counts.put("住宅ローン", 2L);
    counts.put("Mortgage", 1L);
    counts.put("e\u0301tude", 1L); // with a combining accent
    List<String> lines = UNICODE.lines(counts);
    assertThat(lines).allSatisfy(line -> assertThat(DisplayWidth.of(line)).isEqualTo(59));
    assertThat(lines.get(0)).startsWith("住宅ローン  █");
    assertThat(lines.get(1)).startsWith("Mortgage    █");
    assertThat(lines.get(2)).startsWith("e\u0301tude       █");
  }

  @Test
  void aThousandCategoriesAreBounded() {
    for (int i = 0; i < 1000; i++) {
      counts.put("category " + i, 10L);
    }
    assertThat(UNICODE.lines(counts))
        .hasSize(41)
        .last()
        .isEqualTo("and 960 more, 9,600 (96.0 %) together");
    assertThat(IN_FILE.lines(counts)).hasSize(101);
  }

  @Test
  void aNameCannotPaintOrMoveTheCursor() {
    counts.put("\u001b[31mred\u009b2J\r\nnext", 1L);
    assertThat(IN_FILE.lines(counts).get(0))
        .startsWith("[31mred 2J next  #")
        .doesNotContain("\u001b");
  }
}
