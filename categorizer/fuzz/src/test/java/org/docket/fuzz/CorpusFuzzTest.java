/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import org.docket.corpus.LabelledText;
import org.docket.corpus.OnBadRow;
import org.docket.corpus.source.Input;
import org.docket.error.DocketException;
import org.junit.jupiter.api.io.TempDir;

/** Corpora, through the door that all commands use, in each format and packing. */
class CorpusFuzzTest {

  @TempDir static Path folder;

  @FuzzTest
  void csv(byte[] content) throws IOException {
    requireSound("corpus.csv", content);
  }

  @FuzzTest
  void jsonLines(byte[] content) throws IOException {
    requireSound("corpus.jsonl", content);
  }

  @FuzzTest
  void openNlp(byte[] content) throws IOException {
    requireSound("corpus.txt", content);
  }

  /** Bytes as they are: compressed, an archive, in another encoding, or none of it. */
  @FuzzTest
  void anyBytes(byte[] content) throws IOException {
    requireSound("corpus", content);
    Path file = Files.write(folder.resolve("corpus"), content);
    assertThat(rows(Input.of(new ByteArrayInputStream(content), file.toString())))
        .isEqualTo(rows(Input.of(file)));
  }

  /** The same, called a zip. */
  @FuzzTest
  void zip(byte[] content) throws IOException {
    requireSound("corpus.zip", content);
  }

  /** What is in it counts, whatever is around it; the fuzzer need not guess checksums. */
  @FuzzTest
  void packed(byte[] content) throws IOException {
    Reading plain = read("corpus.csv", content, OnBadRow.SKIP);
    Reading gzip = read("corpus.csv.gz", gzip(content), OnBadRow.SKIP);
    Reading zip = read("corpus.zip", zipOf(content), OnBadRow.SKIP);
    assertThat(gzip.documents()).isEqualTo(plain.documents());
    assertThat(zip.documents()).isEqualTo(plain.documents());
  }

  private static void requireSound(String name, byte[] content) throws IOException {
    Reading reading = read(name, content, OnBadRow.FAIL);
    assertThat(read(name, content, OnBadRow.FAIL)).isEqualTo(reading);
    Reading skipping = read(name, content, OnBadRow.SKIP);
    assertThat(skipping.documents()).hasSizeGreaterThanOrEqualTo(reading.documents().size());
    assertThat(skipping.documents().subList(0, reading.documents().size()))
        .isEqualTo(reading.documents());
    for (LabelledText document : skipping.documents()) {
      assertThat(document.text()).isNotBlank();
      assertThat(document.category()).isNotBlank();
    }
  }

  /** What was read, and the error that ended it, or nothing. */
  private record Reading(List<LabelledText> documents, String error) {}

  private static Reading read(String name, byte[] content, OnBadRow onBadRow) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    List<LabelledText> documents = new ArrayList<>();
    try {
      long counted =
          Corpus.read(file, CorpusOptions.defaults().withOnBadRow(onBadRow), documents::add)
              .documents();
      assertThat(counted).isEqualTo(documents.size());
      return new Reading(documents, "");
    } catch (DocketException e) {
      Answers.requireMessage(e);
      assertThat(e.getMessage()).contains(name);
      return new Reading(documents, e.getMessage());
    }
  }

  /** All rows, bad ones too, and whether the reading was refused. */
  private static List<Object> rows(Input input) {
    CorpusOptions options = CorpusOptions.builder().onBadRow(OnBadRow.SKIP).keepAll(true).build();
    List<Object> rows = new ArrayList<>();
    try {
      Corpus.rows(input, options, rows::add);
    } catch (DocketException e) {
      Answers.requireMessage(e);
      rows.add("refused");
    }
    return rows;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zipOf(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("corpus.csv"));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
