/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code serve} in a process of its own, as people run it. */
final class ServeProcess implements AutoCloseable {

  private static final long END_SECONDS = 30;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path errors;

  /** The one line of JSON that it prints when it is up; null if it ended before. */
  private final String facts;

  private ServeProcess(Process process, Path errors, String facts) {
    this.process = process;
    this.errors = errors;
    this.facts = facts;
  }

  /**
   * Starts it, and waits until it is up or has ended.
   *
   * @param folder for what it says on standard error
   */
  static ServeProcess start(Path clone, Path folder, String... arguments) throws IOException {
    Path errors = Files.createTempFile(folder, "serve", ".err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-Ddocket.home=" + clone, "-Duser.home=" + folder));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.docket.cli.Docket", "serve", "--port", "0", "--json"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    return new ServeProcess(process, errors, out.readLine());
  }

  /** A value of what it printed. */
  String fact(String name) throws IOException {
    assertThat(facts).as(errors()).isNotNull();
    Matcher value = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(facts);
    assertThat(value.find()).as(name + " in " + facts).isTrue();
    return value.group(1);
  }

  long pid() {
    return process.pid();
  }

  String errors() throws IOException {
    return Files.readString(errors);
  }

  /** The exit code, if it ends by itself. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(END_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** As kill does. */
  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  /** Asks the collection that it shows. */
  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(request(path, headers).GET());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) throws IOException {
    String collection = fact("page") + "solr/complaints";
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(collection + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
