/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.pages.Page.Block;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the commands of the pages, from the top of a page to its end, in a folder of its own.
 *
 * <p>A block of {@code ```console} is a session: it prints what the page shows, as {@link Session}
 * compares. A block of {@code ```sh} must end with exit code 0. Where {@code not-run} follows, the
 * commands need what is not here, and only their options are looked at. What a page needs and does
 * not show, such as a file of the reader's, is made by such a block in a comment.
 */
@Execution(ExecutionMode.CONCURRENT)
class PagesTest {

  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:\\$ )?(?:\\./docket|opennlp|mvn|examples/\\S+/run)\\b.*", Pattern.MULTILINE);

  /** Commands that other tests run, or nobody can here, by how they begin. */
  private static final List<String> RUN_ELSEWHERE =
      List.of(
          "mvn verify", // what is running now
          "./docket demo"); // of .ci/run, and DemoCommandIT

  @TempDir Path folder;

  static List<String> pages() throws IOException {
    List<String> pages = new ArrayList<>();
    try (Stream<Path> docs = Files.list(Page.REPOSITORY.resolve("docs"))) {
      docs.map(file -> "docs/" + file.getFileName())
          .filter(name -> name.endsWith(".md"))
          .filter(name -> !name.startsWith("docs/solr")) // SolrPageIT runs them
          .sorted(Comparator.reverseOrder()) // the longest ones first
          .forEach(pages::add);
    }
    pages.add("README.md");
    return pages;
  }

  static List<String> pagesWithoutSolr() throws IOException {
    return pages().stream().filter(name -> !LoopPageIT.PAGES.contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("pagesWithoutSolr")
  void commandsPrintWhatThePageShows(String name) throws Exception {
    PageRun.check(Page.read(name), Shell.in(folder));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandStandsInABlockThatIsRun(String name) throws Exception {
    for (Block block : Page.read(name).blocks()) {
      if (!block.language().matches("(console|sh)( not-run)?")) {
        assertThat(COMMAND.matcher(block.text().replaceAll("(?m)^ +", "")).results())
            .extracting(MatchResult::group)
            .as(name + ", line " + block.line())
            .filteredOn(command -> RUN_ELSEWHERE.stream().noneMatch(command::contains))
            .isEmpty();
      }
    }
  }
}
