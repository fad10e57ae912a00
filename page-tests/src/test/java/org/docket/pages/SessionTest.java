/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session may print other than a page shows, and what not. */
class SessionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "done in 2.3 s | done in 41 s | true",
        "done in 2.3 s | done in 1,041.25 s | true",
        "done in 2.3 s | done in 2.3 | false",
        "2,100 docs/s | 38 docs/s | true",
        "2,100 docs | 2,101 docs | false",
        "loss 1.2345 | loss 1.2347 | true",
        "loss 1.2345 | loss 1.2348 | false",
        "loss 0.9999 | loss 1.0000 | true",
        "version 1.2.345 | version 1.2.344 | false",
        "share 12.5 % | share 12.6 % | false",
        "wrote …/demo.bin | wrote /tmp/1/demo.bin | true",
        "wrote …/demo.bin | wrote /tmp/1/model.bin | false",
        "a.b | a-b | false"
      })
  void onlyTimesRatesAndLastPlacesMayDiffer(String shown, String printed, boolean same) {
    assertThat(new Session(shown + "\n").matches(printed + "\n")).isEqualTo(same);
  }

  @Test
  void aLineLeftOutIsAnyLines() {
    Session session = new Session("$ a\nfirst\n…\nlast\n");

    assertThat(session.matches("$ a\nfirst\nlast\n")).isTrue();
    assertThat(session.matches("$ a\nfirst\nx\n\ny\nlast\n")).isTrue();
    assertThat(session.matches("$ a\nfirst\nx\n\ny\nlast\nmore\n")).isFalse();
  }

  @Test
  void secondsInATableMayDifferNothingElseInIt() {
    Session session =
        new Session(
            "$ a\nepoch  loss | seconds\n    1   1.5 |     0.6  best\n    2   1.2 |     1.0\n\n2.5\n");

    assertThat(
            session.matches(
                "$ a\nepoch  loss | seconds\n    1   1.5 |    11.4  best\n    2   1.2 |     0.2\n\n2.5\n"))
        .isTrue();
    assertThat(session.matches(session.shown().replace("1.2 ", "1.3 "))).isFalse();
    assertThat(session.matches(session.shown().replace("2.5", "2.6"))).isFalse();
    assertThat(session.matches(session.shown().replace("  best", ""))).isFalse();
  }

  @Test
  void printsCommandsOfSeveralLinesWithWhatTheyPrint(@TempDir Path folder) throws Exception {
    Session session = new Session("$ echo a \\\n    b\nold\n$ false || echo c >&2\n");

    assertThat(session.replay(Shell.in(folder)))
        .isEqualTo("$ echo a \\\n    b\na b\n$ false || echo c >&2\nc\n");
  }

  @Test
  void whatIsExportedAndFunctionsStayForTheNextScript(@TempDir Path folder) throws Exception {
    Shell shell = Shell.in(folder);
    shell.run("export WORD='a \"b\"'\nsay() { echo \"$WORD $1\"; }\n");

    assertThat(shell.run("say c\nexit 3\n")).isEqualTo(new Shell.Run("a \"b\" c\n", 3));
  }
}
