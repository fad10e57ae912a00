/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.docket.cli.CommandRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of every command that reads a corpus, through one that shows what was read. */
class ConvertCommandTest {

  private final CommandRunner runner = new CommandRunner();

  @TempDir Path folder;

  private Path output;

  @BeforeEach
  void nameOutput() {
    output = folder.resolve("out.csv");
  }

  @Test
  void theDialectCanBeTold() throws IOException {
    Path tabs = file("a.csv", "x\ty\none\tA\n");
    assertThat(convert(tabs, "--delimiter", "\\t", "--text-column", "X", "--label-column", "Y"))
        .isZero();
    assertThat(output).hasContent("category,narrative\nA,one\n");
    Path quotes = file("b.csv", "category%narrative\nA%\"a \\\"b\\\"%\"\n");
    assertThat(convert(quotes, "--delimiter", "%", "--quote-escape", "backslash")).isZero();
    assertThat(output).hasContent("category,narrative\nA,\"a \"\"b\"\"%\"\n");
  }

  @Test
  void theEncodingCanBeTold() throws IOException {
    Path latin = folder.resolve("a.csv");
    Files.write(latin, "category,narrative\nA,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(convert(latin, "--encoding", "ISO-8859-1")).isZero();
    assertThat(Files.readString(output)).isEqualTo("category,narrative\nA,caf\u00e9\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ansi", "latin1", "Windows_1252", "excel"})
  void encodingsAreKnownByTheNamesThatPeopleGiveThem(String name) throws IOException {
    Path latin = folder.resolve("a.csv");
    Files.write(latin, "category,narrative\nA,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(convert(latin, "--encoding", name)).isZero();
    assertThat(Files.readString(output)).isEqualTo("category,narrative\nA,caf\u00e9\n");
  }

  @Test
  void whatCannotBeIsRefusedInOneLine() throws IOException {
    Path path = file("a.csv", "category,narrative\nA,one\n");
    refused("a text is in UTF-32, which is not read: convert it", path, "--encoding", "utf-32");
    refused("there is no encoding \"latin-none\"", path, "--encoding", "latin-none");
    refused("--delimiter must be one character", path, "--delimiter", "::");
    refused("--bad-rows skips bad rows", path, "--bad-rows", "x.csv", "--on-bad-row", "fail");
    refused("--output would be written over ", path, "--bad-rows", output.toString());
    refused("would be written over the input", path, "--bad-rows", path.toString());
    output = folder.resolve("out.tsv.gz");
    refused("only CSV and OpenNLP's format are written", path);
  }

  @Test
  void badRowsGoAsideAndAreTold() throws IOException {
    Path path = file("a.csv", "category,narrative\nA,one\nA,two\nb\n");
    Path aside = folder.resolve("bad.csv");
    assertThat(convert(path, "--bad-rows", aside.toString())).isZero();
    assertThat(runner.err())
        .contains("docket: 1 bad row was left out: 1 \u00d7 the row has 1 column")
        .contains("docket: 33.3 % of the rows are bad: look at them before you trust");
    assertThat(aside).content().contains("the header has 2\",b\n");
  }

  @Test
  void whereMostRowsAreBadNothingIsWritten() throws IOException {
    Path path = file("a.csv", "category,narrative\nA,one\nb\nc\n");
    refused("2 of 3 rows are bad, which is more than half", path, "--on-bad-row", "skip");
  }

  @Test
  void spellingsAreToldAndMerged() throws IOException {
    Path path = file("a.csv", "category,narrative\nDebt,one\nDEBT,two\nDebt,three\n");
    assertThat(convert(path)).isZero();
    assertThat(runner.err())
        .contains("docket: labels that differ only in case")
        .contains("\"DEBT\" 1");
    assertThat(convert(path, "--merge-labels")).isZero();
    assertThat(output).hasContent("category,narrative\nDebt,one\nDebt,two\nDebt,three\n");
  }

  private void refused(String message, Path input, String... options) {
    assertThat(convert(input, options)).as(message).isEqualTo(2);
    assertThat(runner.err()).contains("docket: ").contains(message).hasLineCount(1);
    assertThat(output).doesNotExist();
  }

  private int convert(Path input, String... options) {
    List<Object> arguments =
        new ArrayList<>(List.of("convert", "--input", input, "--output", output));
    arguments.addAll(Arrays.asList(options));
    return runner.run(arguments.toArray());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
