/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A page of the documentation, in Markdown.
 *
 * @param name from the root of the repository
 * @param lines as they stand in the file
 */
record Page(String name, List<String> lines) {

  /** The root of the repository. */
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final String FENCE = "```";
  private static final String INDENT = "    ";

  /**
   * What stands between fences, or indented as code.
   *
   * @param line the number of its first line
   * @param language what the fence says it is; empty if it says nothing, or if there is none
   */
  record Block(int line, String language, String text) {}

  static Page read(String name) throws IOException {
    return new Page(name, Files.readAllLines(REPOSITORY.resolve(name)));
  }

  /** The blocks of code, in order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean fenced = lines.get(i).startsWith(FENCE);
      if (fenced || isIndented(i)) {
        String language = fenced ? lines.get(i).substring(FENCE.length()) : "";
        int first = fenced ? i + 1 : i;
        int end = end(first, fenced);
        blocks.add(new Block(first + 1, language, text(first, end)));
        i = end;
      }
    }
    return blocks;
  }

  /** The rows of the tables that stand under a heading, without their heads. */
  List<List<String>> table(String heading) {
    List<List<String>> rows = new ArrayList<>();
    String under = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        under = line.replaceFirst("^#+ ", "");
      } else if (under.equals(heading) && line.startsWith("| ") && !isHead(i)) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  /** A list's continued line is indented too: code follows an empty line. */
  private boolean isIndented(int i) {
    return lines.get(i).startsWith(INDENT) && (i == 0 || lines.get(i - 1).isBlank());
  }

  private boolean isHead(int i) {
    return i + 1 < lines.size() && lines.get(i + 1).startsWith("|--");
  }

  private int end(int first, boolean fenced) {
    int end = first;
    while (end < lines.size()
        && (fenced ? !lines.get(end).equals(FENCE) : lines.get(end).startsWith(INDENT))) {
      end++;
    }
    return end;
  }

  private String text(int first, int end) {
    StringBuilder text = new StringBuilder();
    lines.subList(first, end).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static List<String> cells(String line) {
    String inside = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inside.split("(?<!\\\\)\\|", -1)).map(String::strip).toList();
  }
}
