/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.docket.cli.DocketProcess;
import org.docket.cli.TinyStockModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who names the column of numbers as that of labels has a label for each document. */
class ManyLabelsTest {

  private static final int DOCUMENTS = 21_000;

  @TempDir Path folder;

  private DocketProcess docket;
  private Path corpus;

  @BeforeEach
  void writeCorpus() throws IOException {
    docket = new DocketProcess(folder, "-Xmx128m");
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
        docket.run(
            "evaluate",
            "--model",
            model,
            "--input",
            corpus,
            "--label-column",
            "Complaint ID",
            "--report",
            report);

    assertThat(docket.err())
        .content()
        .contains("the model does not have 21,000 of the labels, \"0\" for one;")
        .doesNotContain("memory");
    assertThat(code).isZero();
    assertThat(docket.out())
        .content()
        .contains("21,000 documents: accuracy 0.0000")
        .containsPattern("\\(other labels\\) +0\\.000 +0\\.000 +0\\.000 +21,000");
    assertThat(report.resolve("index.html")).content().contains("(other labels)");
    assertThat(report.resolve("confusion.png")).isNotEmptyFile();
  }

  @Test
  void compareNeedsNoMemoryForThem() throws Exception {
    Path first = TinyStockModel.train(folder.resolve("first.bin"));
    Path second = TinyStockModel.train(folder.resolve("second.bin"));

    int code =
        docket.run(
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

    assertThat(docket.out())
        .content()
        .contains("second.bin lacks 21,000 of the labels, \"0\" for one: their 21,000 documents");
    assertThat(code).isZero();
  }
}
