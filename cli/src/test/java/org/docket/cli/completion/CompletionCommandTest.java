/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.docket.cli.CommandRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers when Tab is pressed. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CompletionCommandTest {

  @TempDir Path folder;

  private final CommandRunner docket = new CommandRunner();

  @BeforeEach
  void writeScript() throws IOException {
    assertThat(docket.run("completion", "bash")).isZero();
    assertThat(docket.err()).isEmpty();
    Files.writeString(folder.resolve("script"), docket.out());
    Files.createFile(folder.resolve("complaints.csv"));
  }

  @Test
  void commandsAlsoOfModulesThatAreNotHere() throws Exception {
    assertThat(offered("docket", "")).contains("train", "demo", "evaluate", "completion");
    assertThat(offered("docket", "tr")).containsExactly("train");
  }

  @Test
  void optionsAlsoOfModulesThatAreNotHere() throws Exception {
    assertThat(offered("docket", "train", "--rep")).containsExactly("--report");
    assertThat(offered("docket", "demo", "--p")).containsExactly("--port");
    assertThat(offered("docket", "benchmark", "--ep")).containsExactly("--epochs");
    assertThat(offered("docket", "evaluate", "--qui")).containsExactly("--quiet");
  }

  @Test
  void valuesOfEnumsAndPresets() throws Exception {
    assertThat(offered("docket", "train", "--config", "")).containsExactly("default", "seed");
    assertThat(offered("docket", "classify", "--format", ""))
        .containsExactly("text", "csv", "jsonl");
    assertThat(offered("docket", "train", "--on-bad-row", "")).containsExactly("fail", "skip");
    assertThat(offered("docket", "completion", "")).containsExactly("bash", "zsh");
  }

  @Test
  void files() throws Exception {
    assertThat(offered("docket", "train", "--input", "comp")).containsExactly("complaints.csv");
    assertThat(offered("docket", "inspect", "comp")).containsExactly("complaints.csv");
  }

  @Test
  void bashCompletesTheCommandByItsNameWhateverItsFolder() throws Exception {
    assertThat(bash("complete -p docket"))
        .singleElement()
        .asString()
        .contains("-F _complete_docket");
  }

  @Test
  void theScriptIsTheSameInEveryLocale() {
    String script = docket.out();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      docket.run("completion", "bash");
      assertThat(docket.out()).isEqualTo(script);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void zshLoadsTheSameThroughItsOwnDoor() {
    assertThat(docket.run("completion", "zsh")).isZero();
    assertThat(docket.out()).startsWith("# docket completion zsh").contains("bashcompinit");
  }

  private List<String> offered(String... words) throws Exception {
    String line = String.join("' '", words);
    return bash(
        "COMP_WORDS=('"
            + line
            + "'); COMP_CWORD="
            + (words.length - 1)
            + "; _complete_docket;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"");
  }

  private List<String> bash(String commands) throws IOException, InterruptedException {
    // compopt works only where somebody presses a key.
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash", "--norc", "-c", "compopt() { :; }; source ./script; " + commands);
    Process process = builder.directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out.lines().toList();
  }
}
