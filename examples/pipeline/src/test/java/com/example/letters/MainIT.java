/* SPDX-License-Identifier: Apache-2.0 */
package com.example.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged example in a process of its own, as its README shows it. */
class MainIT {

  /** What the README shows, without the figures: they are the model's, and change with it. */
  private static final int TEXT = 30;

  @TempDir Path folder;

  @Test
  void readmeShowsWhatItPrints() throws Exception {
    List<String> printed = run(0, "-DOPENNLP_EXT_ALLOWED_PACKAGES=org.docket.");
    List<String> readme =
        Files.readString(Path.of(System.getProperty("example.readme")))
            .lines()
            .dropWhile(line -> !line.startsWith("$ examples/pipeline/run"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("```"))
            .toList();
    assertThat(printed).hasSizeGreaterThan(5);
    assertThat(texts(printed)).isEqualTo(texts(readme));
    assertThat(printed.get(0)).matches("\\S.{22} +\\d+ %  \\S.*");
  }

  @Test
  void withoutThePropertyOpenNlpSaysWhatIsMissing() throws Exception {
    assertThat(String.join("\n", run(1, "-Dnothing=at-all")))
        .contains("OPENNLP_EXT_ALLOWED_PACKAGES");
  }

  private List<String> run(int exitCode, String property) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                property,
                "-jar",
                System.getProperty("example.jar"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(lines.toString()).isEqualTo(exitCode);
    return lines;
  }

  private static List<String> texts(List<String> lines) {
    return lines.stream().map(line -> line.isEmpty() ? "" : line.substring(TEXT)).toList();
  }
}
