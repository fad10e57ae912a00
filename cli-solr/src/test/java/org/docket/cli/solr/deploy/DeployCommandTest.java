/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.docket.cli.ExitCode;
import org.docket.error.DocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DeployCommandTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--solr http://localhost:1/solr/c | which model? name it by --model",
        "--rollback --model m --solr http://localhost:1/solr/c | leave out --model",
        "--rollback --check --solr http://localhost:1/solr/c | go with --model, not with --rollback",
        "--model m --check --copied --solr http://localhost:1/solr/c | leave one out",
        "--model m --solr-home none --solr http://localhost:1/solr/c | is no folder here",
        "--model m --wait 0 --solr http://localhost:1/solr/c | --wait is 0; it must be from 1 to",
        "--model none.bin --solr http://localhost:1/solr/c | none.bin",
        "--rollback | which Solr?",
        "--rollback --solr http://localhost:1/solr/c | no answer from Solr at",
      })
  void tellsWhatIsWrong(String arguments, String told) {
    Run run = Run.deploy(arguments.split(" "));

    assertThat(run.err().lines()).singleElement().asString().startsWith("docket: ").contains(told);
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void aFileThatIsNoModelIsToldBeforeSolrIsAsked() throws Exception {
    Path text = Files.writeString(folder.resolve("letter.txt"), "Dear Sir\n");

    Run run = Run.deploy("--model", text.toString(), "--solr", "http://localhost:1/solr/c");

    assertThat(run.err()).contains(text + " is no model that tags texts");
    assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void itsHelpBeginsWithAnExample() {
    String[] help = new CommandLine(new DeployCommand()).getUsageMessage().split("\\R");

    assertThat(help[0]).isEqualTo("Example:");
    assertThat(help[1]).startsWith("  ./docket deploy --model new.bin --solr http://127.0.0.1");
  }

  /** Solr's file store never replaces a file: the hash makes each name one of its own. */
  @ParameterizedTest
  @CsvSource({
    "models/complaints-en.bin, /models/complaints-en-0123456789ab.bin",
    "filestore:/models/complaints-en-91de472141be.bin, /models/complaints-en-0123456789ab.bin",
    "/opt/my models/a&b.v2.bin, /models/a-b.v2-0123456789ab.bin",
    "noextension, /models/noextension-0123456789ab",
  })
  void aModelKeepsItsNameInTheFileStoreButForTheHash(String location, String path) {
    assertThat(FileStore.path(location, "0123456789abcdef")).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<str name=\"doccat.model\">${docket.model:models/a.bin}</str> | docket.model",
        "<str name='doccat.model' > ${m} </str><!-- <str name=\"doccat.model\">${x}</str> --> | m",
        "<str name=\"doccat.model\">models/a.bin</str> | ''",
        "<str name=\"doccat.model\">models/${name}.bin</str> | ''",
        "<str name=\"doccat.fl\">${docket.model}</str> | ''",
      })
  void findsThePropertyThatIsTheModel(String solrconfig, String property) {
    assertThat(ConfigOverlay.properties(solrconfig))
        .isEqualTo(property.isEmpty() ? Set.of() : Set.of(property));
  }

  @Test
  void remembersAsManyFormerModelsAsItWrites() {
    List<Former> formers = List.of();
    for (int i = 0; i < 30; i++) {
      formers = Former.with(formers, new Former("models/ü \"" + i + "\".bin", "hash" + i));
    }

    List<Former> read = Former.read(Former.write(formers), "there");

    assertThat(read).isEqualTo(formers.subList(10, 30));
    for (String wrong : List.of("", "{}", "[1]", "[{\"location\":1}]", "x")) {
      Assertions.assertThatThrownBy(() -> Former.read(wrong, "there"))
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith("there does not hold the list of former models");
    }
  }
}
