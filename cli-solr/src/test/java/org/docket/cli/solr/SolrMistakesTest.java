/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.docket.cli.Docket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Makes the mistakes of docs/mistakes.md that are of commands for Solr; page-tests makes the
 * others.
 */
class SolrMistakesTest {

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `\\./docket ((?:demo|serve|index|retag|review|deploy) .*)` \\| (\\d) \\| `(.*)` \\|$");

  static List<List<String>> mistakes() throws IOException {
    return ROW.matcher(Files.readString(Path.of("../docs/mistakes.md")))
        .results()
        .map(SolrMistakesTest::cells)
        .toList();
  }

  private static List<String> cells(MatchResult row) {
    return List.of(row.group(1), row.group(2), row.group(3));
  }

  @Test
  void thePageHasMistakes() throws IOException {
    assertThat(mistakes()).hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void eachIsMetAsThePageShows(List<String> mistake) {
    StringWriter err = new StringWriter();
    int exitCode =
        Docket.commandLine().setErr(new PrintWriter(err)).execute(mistake.get(0).split(" "));
    assertThat(err.toString().stripTrailing()).isEqualTo(mistake.get(2));
    assertThat(exitCode).isEqualTo(Integer.parseInt(mistake.get(1)));
  }
}
