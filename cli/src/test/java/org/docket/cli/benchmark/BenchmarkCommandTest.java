/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.docket.cli.CommandRunner;
import org.docket.cli.ShippedModel;
import org.docket.cli.TinyStockModel;
import org.docket.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {

  private static final String QUICK = "--seconds=0.01";

  private final CommandRunner docket = new CommandRunner();

  @Test
  void printsOneJsonObject() throws IOException {
    int code =
        run("--length", "3", "--units", "4,3", "--threads", "2", "--batch", "5", "--json", QUICK);
    assertThat(docket.err()).isEmpty();
    assertThat(code).isZero();
    assertThat(docket.out().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(docket.out());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "docsPerSecond", "medianMillisPerBatch", "threads", "batch", "length", "kernel");
    assertThat(json.get("docsPerSecond").asDouble()).isPositive();
    assertThat(json.get("medianMillisPerBatch").asDouble()).isPositive();
    assertThat(json.get("threads").asInt()).isEqualTo(2);
    assertThat(json.get("batch").asInt()).isEqualTo(5);
    assertThat(json.get("length").asInt()).isEqualTo(3);
    assertThat(json.get("kernel").asText()).isEqualTo(Kernels.best().name());
  }

  @Test
  void tellsPeopleTheSame() {
    assertThat(run("--length", "3", "--units", "4", QUICK)).isZero();
    assertThat(docket.out()).contains("documents per second", "batch 1, 1 thread, 3 tokens");
  }

  @Test
  void wrongNumbersGetOneLineAndExitCodeTwo() {
    wrong("--threads must be from 1 to 1024, but is 0", "--threads", "0");
    wrong("--batch must be from 1 to 10000, but is -1", "--batch=-1");
    wrong("--length must be from 1 to 100000, but is 0", "--length", "0");
    wrong("--units must be a whole number, but is \"x\"", "--units", "50,x");
    wrong("--units 50,20,10: the number of LSTM layers must be from 1 to 2", "--units=50,20,10");
    wrong("--units 50,0: units must be from 1 to", "--units", "50,0");
    wrong("--seconds must be above 0 and at most 3600, but is 0.0", "--seconds", "0");
    wrong("is too much", "--threads", "10", "--batch", "1000", "--length", "100000");
    wrong("start it as ./docket benchmark --train", "--train");
  }

  @Test
  void measuresAModelFromTextToCategory() throws IOException {
    int code = run(ofDemo("--threads", "2", "--batch", "3", "--json", "--seconds=0.2").toArray());
    assertThat(docket.err()).isEmpty();
    assertThat(code).isZero();
    JsonNode json = new ObjectMapper().readTree(docket.out());
    assertThat(json.get("docsPerSecond").asDouble()).isPositive();
    assertThat(json.get("medianMillisPerBatch").asDouble()).isPositive();
    assertThat(json.get("threads").asInt()).isEqualTo(2);
    assertThat(json.get("batch").asInt()).isEqualTo(3);
    assertThat(json.get("length").asInt()).as("tokens in a complaint").isBetween(5, 100);
    assertThat(json.get("kernel").asText()).isEqualTo(Kernels.best().name());
  }

  @Test
  void measuresModelsOfOpenNlpToo(@TempDir Path folder) throws IOException {
    Path model = TinyStockModel.train(folder.resolve("tiny.bin"));
    assertThat(run("--model", model, "--input", ShippedModel.DEMO, QUICK)).isZero();
    assertThat(docket.out())
        .contains("documents per second", "batch 1, 1 thread", "kernel OpenNLP's");
  }

  @Test
  void readsTextsAsAllCommandsDo(@TempDir Path folder) throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "id;words\n1;card\n2\n3;loan\n");
    Object[] options = {"--text-column=words", "--delimiter=;", "--on-bad-row=skip", QUICK};
    assertThat(run(Stream.concat(model(rows), Stream.of(options)).toArray())).isZero();
    assertThat(docket.err()).contains("1 bad row");
    wrong("line 3", model(rows, "--text-column=words", "--delimiter=;").toArray());
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    wrong("--model needs --input", "--model", ShippedModel.MODEL);
    wrong("--input needs --train or --model", "--input", ShippedModel.DEMO);
    wrong("--model does not go with --train", ofDemo("--train").toArray());
    wrong("--length does not go with --model", ofDemo("--length=3").toArray());
    wrong("--units does not go with --model", ofDemo("--units=3").toArray());
    wrong("--label-map does not go with --model", ofDemo("--label-map=map.csv").toArray());
    wrong("--merge-labels does not go with --model", ofDemo("--merge-labels").toArray());
    wrong("--encoding needs --input", "--encoding", "UTF-8");
    wrong("--threads must be from 1 to 1024, but is 0", ofDemo("--threads=0").toArray());
    wrong("--batch must be from 1 to 10000, but is 0", ofDemo("--batch=0").toArray());
    wrong("--seconds must be above 0", ofDemo("--seconds=0").toArray());
  }

  @Test
  void filesWithoutTextAreToldInOneLine(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.csv");
    wrong("the file " + missing + " does not exist", model(missing).toArray());
    wrong("missing.bin", "--model", folder.resolve("missing.bin"), "--input", ShippedModel.DEMO);
    Path blank = Files.writeString(folder.resolve("blank.csv"), "text\n\" \"\n");
    wrong("there is no text in " + blank, model(blank).toArray());
  }

  private static Stream<Object> ofDemo(Object... more) {
    return model(ShippedModel.DEMO, more);
  }

  private static Stream<Object> model(Path input, Object... more) {
    return Stream.concat(
        Stream.of("--model", ShippedModel.MODEL, "--input", input), Stream.of(more));
  }

  private void wrong(String message, Object... args) {
    assertThat(run(args)).as(message).isEqualTo(2);
    assertThat(docket.err()).startsWith("docket: ").contains(message);
    assertThat(docket.err().lines()).as(message).hasSize(1);
  }

  private int run(Object... args) {
    return docket.run(Stream.concat(Stream.of("benchmark"), Stream.of(args)).toArray());
  }
}
