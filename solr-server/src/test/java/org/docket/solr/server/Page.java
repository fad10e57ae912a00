/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A page of the documentation, in Markdown.
 *
 * @param blocks what stands between fences, in order
 * @param rows the rows of its tables, without their heads
 */
record Page(List<Block> blocks, List<Row> rows) {

  private static final String FENCE = "```";

  /**
   * What stands between fences.
   *
   * @param section the heading that it stands under
   * @param language what the fence says it is, or nothing
   */
  record Block(String section, String language, String text) {}

  /** A row of a table that stands under a heading. */
  record Row(String section, List<String> cells) {}

  static Page read(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    String section = "";
    String language = null;
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (language != null && line.equals(FENCE)) {
        blocks.add(new Block(section, language, text.toString()));
        language = null;
        text.setLength(0);
      } else if (language != null) {
        text.append(line).append('\n');
      } else if (line.startsWith(FENCE)) {
        language = line.substring(FENCE.length());
      } else if (line.startsWith("#")) {
        section = line.replaceFirst("^#+ ", "");
      } else if (line.startsWith("| ")) {
        rows.add(new Row(section, cells(line)));
      }
    }
    rows.removeIf(row -> row.cells().get(0).matches("parameter|what you see|the model|Solr"));
    return new Page(blocks, rows);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1)).map(String::trim).toList();
  }

  /** The one block of a language that holds some words. */
  String block(String language, String words) {
    List<Block> found =
        blocks.stream()
            .filter(block -> block.language().equals(language) && block.text().contains(words))
            .toList();
    assertThat(found).as(language + " with " + words).hasSize(1);
    return found.get(0).text();
  }

  /** The blocks under some headings, which must all be there. */
  List<Block> under(String... sections) {
    Set<String> wanted = Set.of(sections);
    List<Block> found = blocks.stream().filter(block -> wanted.contains(block.section())).toList();
    assertThat(found.stream().map(Block::section)).containsAll(wanted);
    return found;
  }

  /** The rows of the table under a heading. */
  List<List<String>> table(String section) {
    List<List<String>> found =
        rows.stream().filter(row -> row.section().equals(section)).map(Row::cells).toList();
    assertThat(found).as(section).isNotEmpty();
    return found;
  }
}
