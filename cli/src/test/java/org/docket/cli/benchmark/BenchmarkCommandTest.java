/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.docket.cli.Docket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTest {

  private static final String QUICK = "--seconds=0.01";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsOneJsonObject() throws IOException {
    int code =
        run("--length", "3", "--units", "4,3", "--threads", "2", "--batch", "5", "--json", QUICK);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "docsPerSecond", "medianMillisPerBatch", "threads", "batch", "length", "kernel");
    assertThat(json.get("docsPerSecond").asDouble()).isPositive();
    assertThat(json.get("medianMillisPerBatch").asDouble()).isPositive();
    assertThat(json.get("threads").asInt()).isEqualTo(2);
    assertThat(json.get("batch").asInt()).isEqualTo(5);
    assertThat(json.get("length").asInt()).isEqualTo(3);
    assertThat(json.get("kernel").asText()).isNotEmpty();
  }

  @Test
  void tellsPeopleTheSame() {
    assertThat(run("--length", "3", "--units", "4", QUICK)).isZero();
    assertThat(out.toString()).contains("documents per second", "batch 1, 1 thread, 3 tokens");
  }

  @Test
  void wrongNumbersGetOneLineAndExitCodeTwo() {
    wrong("--threads must be from 1 to 1024, but is 0", "--threads", "0");
    wrong("--batch must be from 1 to 10000, but is -1", "--batch=-1");
    wrong("--length must be from 1 to 100000, but is 0", "--length", "0");
    wrong("'x' is not an int", "--units", "50,x");
    wrong("--units 50,20,10: the number of LSTM layers must be from 1 to 2", "--units=50,20,10");
    wrong("--units 50,0: units must be from 1 to", "--units", "50,0");
    wrong("--seconds must be above 0 and at most 3600, but is 0.0", "--seconds", "0");
    wrong("is too much", "--threads", "10", "--batch", "1000", "--length", "100000");
    wrong("start it as ./docket benchmark --train", "--train");
  }

  private void wrong(String message, String... args) {
    err.getBuffer().setLength(0);
    assertThat(run(args)).as(message).isEqualTo(2);
    assertThat(err.toString()).startsWith("docket: ").contains(message);
    assertThat(err.toString().lines()).as(message).hasSize(1);
  }

  private int run(String... args) {
    CommandLine commandLine = Docket.commandLine();
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] all = new String[args.length + 1];
    all[0] = "benchmark";
    System.arraycopy(args, 0, all, 1, args.length);
    return commandLine.execute(all);
  }
}
