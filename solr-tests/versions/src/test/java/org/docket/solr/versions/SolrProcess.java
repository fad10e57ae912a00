/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A Solr in a process of its own, and what one asks of it over HTTP. */
final class SolrProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI url;

  private SolrProcess(Process process, int port) {
    this.process = process;
    this.url = URI.create("http://127.0.0.1:" + port + "/solr");
  }

  /**
   * Starts Solr, and waits until its cores are loaded.
   *
   * @param options of Java
   * @param environment variables beside those of this process
   * @throws IllegalStateException if Solr or a core does not start; the message is what Solr says
   */
  static SolrProcess start(
      SolrVersion solr,
      Path folder,
      Path home,
      List<String> options,
      Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(solr.java().tool("java").toString()));
    command.addAll(options);
    command.add("-Dsolr.log.dir=" + home);
    command.add("-Dlog4j2.configurationFile=" + System.getProperty("docket.log4j"));
    command.add("-Ddocket.log=" + log(home));
    command.addAll(List.of("-cp", solr.classPath(folder), "SolrLauncher", home.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(home.resolve("errors.txt").toFile());
    Process process = builder.start();
    // One that hangs ends, and with it what it says.
    AtomicBoolean started = new AtomicBoolean();
    CompletableFuture.delayedExecutor(START_SECONDS, TimeUnit.SECONDS)
        .execute(() -> destroyUnless(started, process));
    int port = port(process, home);
    started.set(true);
    return new SolrProcess(process, port);
  }

  private static void destroyUnless(AtomicBoolean started, Process process) {
    if (!started.get()) {
      process.destroyForcibly();
    }
  }

  /** Reads as far as the launcher tells the port. */
  private static int port(Process process, Path home) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("PORT ") && !said.toString().contains("FAILED ")) {
        return Integer.parseInt(line.substring("PORT ".length()));
      }
      if (line.startsWith("PORT ")) {
        break;
      }
      said.append(line).append('\n');
    }
    process.destroyForcibly();
    throw new IllegalStateException(
        "Solr did not start:\n" + said + Files.readString(home.resolve("errors.txt")));
  }

  static Path log(Path home) {
    return home.resolve("solr.log");
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  JsonNode post(String path, String json) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** The answer as it is. */
  String text(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).GET().build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    String body = client.send(request.build(), BodyHandlers.ofString()).body();
    JsonNode answer = JSON.readTree(body);
    if (answer.at("/responseHeader/status").asInt(-1) != 0) {
      throw new IllegalStateException(body);
    }
    return answer;
  }

  /** Lets Solr stop by itself. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IllegalStateException("Solr did not stop in " + STOP_SECONDS + " s");
  }
}
