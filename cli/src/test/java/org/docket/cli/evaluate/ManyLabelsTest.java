/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.cli.Docket;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who names the column of numbers as that of labels has a label for each document. */
class ManyLabelsTest {

  private static final int DOCUMENTS = 21_000;

  @TempDir Path folder;

  private Path corpus;

  @BeforeEach
  void writeCorpus() throws IOException {
    List<String> lines = new ArrayList<>(List.of("Complaint ID,narrative"));
    for (int i = 0; i < DOCUMENTS; i++) {
      lines.add(i + ",my house");
    }
    corpus = Files.write(folder.resolve("corpus.csv"), lines);
  }

  @Test
  void evaluateNeedsNoMemoryForThem() throws Exception {
    Path model = TinyStockModel.train(folder.resolve("stock.bin"));
    Path report = folder.resolve("report");

    int code =
        runWithLittleMemory(
            "evaluate",
            "--model",
            model,
            "--input",
            corpus,
            "--label-column",
            "Complaint ID",
            "--report",
            report);

    assertThat(folder.resolve("err"))
        .content()
        .contains("the model does not have 21,000 of the labels, \"0\" for one;")
        .doesNotContain("memory");
    assertThat(code).isZero();
    assertThat(folder.resolve("out"))
        .content()
        .contains("21,000 documents: accuracy 0.0000")
        .containsPattern("\\(other labels\\) +0\\.000 +0\\.000 +0\\.000 +21,000");
    assertThat(report.resolve("index.html")).content().contains("<td>(other labels)</td>");
    assertThat(report.resolve("confusion.png")).isNotEmptyFile();
  }

  @Test
  void compareNeedsNoMemoryForThem() throws Exception {
    Path first = TinyStockModel.train(folder.resolve("first.bin"));
    Path second = TinyStockModel.train(folder.resolve("second.bin"));

    int code =
        runWithLittleMemory(
            "compare",
            "--models",
            first,
            second,
            "--input",
            corpus,
            "--label-column",
            "Complaint ID",
            "--rounds",
            1);

    assertThat(folder.resolve("out"))
        .content()
        .contains("second.bin lacks 21,000 of the labels, \"0\" for one: their 21,000 documents");
    assertThat(code).isZero();
  }

  private int runWithLittleMemory(Object... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx128m");
    command.add(Docket.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.start().waitFor();
  }
}
