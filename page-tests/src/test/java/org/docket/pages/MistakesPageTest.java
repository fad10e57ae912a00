/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.docket.pages.Page.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the mistakes of docs/mistakes.md: each prints what the table shows, ends with its exit
 * code, and leaves no file behind unless it ends well. Those of commands for Solr are for cli-solr.
 */
class MistakesPageTest {

  private static final String PAGE = "docs/mistakes.md";

  /** What stands in a row: what is typed, and what comes of it. */
  private record Mistake(String command, String exitCode, String shown) {

    static Mistake of(List<String> cells) {
      return new Mistake(code(cells.get(0)), cells.get(1), code(cells.get(2)));
    }

    private static String code(String cell) {
      return cell.replaceAll("^`|`$", "").replace("`<br>`", "\n").replace("\\|", "|");
    }
  }

  @TempDir Path clone;
  @TempDir Path beside;

  @Test
  void eachMistakeIsMetAsThePageShows() throws Exception {
    List<Mistake> mistakes = mistakes();
    assertThat(mistakes).hasSizeGreaterThan(60);
    List<String> results = make(mistakes);
    SoftAssertions told = new SoftAssertions();
    for (int i = 0; i < mistakes.size(); i++) {
      Mistake mistake = mistakes.get(i);
      String[] result = results.get(i).split("\n", 3);
      String printed = result[2].stripTrailing();
      told.assertThat(printed).as(mistake.command()).isEqualTo(mistake.shown());
      told.assertThat(result[0]).as(mistake.command()).isEqualTo(mistake.exitCode());
      told.assertThat(printed.lines()).allMatch(line -> line.startsWith("docket: "));
      told.assertThat(printed).isNotEmpty().doesNotContain("Exception", "\tat ");
      if (!mistake.exitCode().equals("0")) {
        told.assertThat(result[1]).as("files of " + mistake.command()).isEmpty();
      }
    }
    told.assertAll();
  }

  private static List<Mistake> mistakes() throws IOException {
    Page page = Page.read(PAGE);
    List<Mistake> mistakes = new ArrayList<>();
    for (String line : page.lines()) {
      if (line.startsWith("## ")) {
        page.table(line.substring(3)).stream()
            .map(Mistake::of)
            .filter(
                mistake ->
                    !mistake
                        .command()
                        .matches("\\./docket (demo|serve|index|retag|review|deploy) .*"))
            .forEach(mistakes::add);
      }
    }
    return mistakes;
  }

  private List<String> make(List<Mistake> mistakes) throws Exception {
    Shell shell = Shell.in(clone);
    for (Block block : Page.read(PAGE).blocks()) {
      if (block.language().equals("sh")) {
        assertThat(shell.run("set -e\n" + block.text()).exitCode()).isZero();
      }
    }
    Path commands = beside.resolve("commands");
    Path results = beside.resolve("results");
    Files.write(commands, mistakes.stream().map(Mistake::command).toList());
    Shell.Run run =
        shell.run(
            "java -cp cli-training/target/docket.jar org.docket.pages.MistakesMain '"
                + (commands + "' '" + results + "'"));
    assertThat(run.exitCode()).as(run.printed()).isZero();
    String whole = Files.readString(results).replace(clone.toRealPath().toString(), "…");
    return List.of(whole.split(MistakesMain.END, -1));
  }
}
