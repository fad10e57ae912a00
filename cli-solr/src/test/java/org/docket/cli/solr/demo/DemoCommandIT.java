/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.docket.error.DocketException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole demo, on a model of OpenNLP's own that is trained on the demo's complaints. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DemoCommandIT {

  private static final String HOME = "docket.home";
  private static final Path REPOSITORY = Path.of(System.getProperty(HOME)).toAbsolutePath();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/solr\\S+");
  private static final int FAILED = -1;

  @TempDir static Path clone;

  private final StringWriter out = new StringWriter();
  private Exception failure;

  @BeforeAll
  static void makeClone() throws IOException {
    Files.createSymbolicLink(clone.resolve("conf"), REPOSITORY.resolve("conf"));
    Files.createSymbolicLink(clone.resolve("solr-plugin"), REPOSITORY.resolve("solr-plugin"));
    Path models = Files.createDirectory(clone.resolve("models"));
    StockModel.train(
        clone.resolve("conf/demo/complaints.csv"), models.resolve("complaints-en.bin"));
    System.setProperty(HOME, clone.toString());
  }

  @AfterAll
  static void forgetClone() {
    System.setProperty(HOME, REPOSITORY.toString());
  }

  @Test
  void showsFacetsComplaintsAccuracyAndAddresses() throws Exception {
    long before = homes();

    assertThat(run("--exit", "--port", "0")).as(out.toString()).isZero();

    assertThat(out.toString())
        .containsPattern("Solr is up in [\\d.]+ s, with docket-solr-[\\d.]+\\.zip \\([\\d.]+ MB\\)")
        .containsPattern("\\d{3} complaints are tagged and indexed")
        .containsPattern("(?m)^  Vehicle loan or lease +[█▏▎▍▌▋▊▉#]+ +\\d+ +\\d+\\.\\d %$")
        .containsPattern("(?m)^  Mortgage +\\d+ %  \\S+")
        .containsPattern(
            "Accuracy (9\\d|100)\\.\\d %: \\d{3} of 210 complaints written for this demo")
        .contains("On real complaints: see the model card");
    assertThat(out.toString())
        .containsPattern(
            "Open in a browser\n  the page: .*\n    http://127\\.0\\.0\\.1:\\d+/\n  the facets\n");
    assertThat(addresses()).hasSize(3);
    assertThat(addresses().get(1)).contains("fq=predicted_category%3A%22");
    assertThat(homes()).isEqualTo(before);
  }

  @Test
  void theExampleOfItsHelpIsOneThatRunsHere() {
    String[] help = new CommandLine(new DemoCommand()).getUsageMessage().split("\\R");
    assertThat(help[0]).isEqualTo("Example:");
    assertThat(help[1]).isEqualTo("  ./docket demo --port 0 --exit");
  }

  @Test
  void printsOneJsonObjectForScripts() throws Exception {
    assertThat(run("--exit", "--port", "0", "--json")).as(out.toString()).isZero();

    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("{\"complaints\":210,")
        .contains(
            "\"facets\":{\"", "\"addresses\":{\"the page: search, sort out, correct\":\"http://");
  }

  @Test
  void staysUpUntilItIsStopped() throws Exception {
    long before = homes();
    Thread demo = new Thread(() -> run("--port", "0"), "demo");
    demo.start();
    while (!out.toString().contains("Ctrl-C") && demo.isAlive()) {
      Thread.sleep(50);
    }

    assertThat(addresses()).hasSize(3).allSatisfy(DemoCommandIT::findsSomething);

    demo.interrupt();
    demo.join();
    assertThat(failure).isInstanceOf(InterruptedException.class);
    assertThat(homes()).isEqualTo(before);
  }

  @Test
  void portInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      run("--exit", "--port", String.valueOf(taken.getLocalPort()));

      assertThat(failure)
          .isInstanceOf(DocketException.class)
          .hasMessageStartingWith("port " + taken.getLocalPort() + " is in use")
          .hasMessageEndingWith("with --port");
    }
  }

  @Test
  void portThatIsNone() {
    run("--port", "65536");

    assertThat(failure).isInstanceOf(DocketException.class).hasMessageContaining("65536");
  }

  private int run(String... arguments) {
    return new CommandLine(new DemoCommand())
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler(
            (exception, commandLine, result) -> {
              failure = exception;
              return FAILED;
            })
        .execute(arguments);
  }

  private List<String> addresses() {
    return ADDRESS.matcher(out.toString()).results().map(MatchResult::group).toList();
  }

  private static void findsSomething(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
        .containsPattern("\"numFound\":[1-9]");
  }

  private static long homes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("docket-demo")).count();
    }
  }
}
