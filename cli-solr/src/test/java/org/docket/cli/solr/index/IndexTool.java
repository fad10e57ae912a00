/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.docket.cli.Docket;
import org.docket.cli.solr.demo.StockModel;
import org.docket.solr.server.SolrHome;

/** What the tests of indexing share. */
final class IndexTool {

  static final Path REPOSITORY = Path.of(System.getProperty("docket.home", "..")).toAbsolutePath();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A chain that takes the good documents of a request that has a bad one. */
  private static final String TOLERANT =
      """
        <updateRequestProcessorChain name="tolerant">
          <processor class="solr.TolerantUpdateProcessorFactory"><int name="maxErrors">-1</int>
          </processor>
          <processor class="solr.RunUpdateProcessorFactory"/>
        </updateRequestProcessorChain>
      </config>
      """;

  private IndexTool() {}

  /** What a command did. */
  record Ran(int code, String out, String err) {

    JsonNode json() throws IOException {
      return JSON.readTree(out);
    }
  }

  static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Docket.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** A Solr home with the shipped configset and a small model. */
  static Path home(Path folder) throws IOException {
    Path model = folder.resolve("complaints-en.bin");
    StockModel.train(REPOSITORY.resolve("conf/demo/complaints.csv"), model);
    Path configset = Files.createDirectory(folder.resolve("configset"));
    Path shipped = REPOSITORY.resolve("conf/complaints");
    Files.copy(shipped.resolve("schema.xml"), configset.resolve("schema.xml"));
    Files.writeString(
        configset.resolve("solrconfig.xml"),
        Files.readString(shipped.resolve("solrconfig.xml")).replace("</config>", TOLERANT));
    Path home = folder.resolve("home");
    SolrHome.create(home).addPlugin(plugin()).addModel(model).addCore("complaints", configset);
    return home;
  }

  static Path plugin() throws IOException {
    try (Stream<Path> files = Files.list(REPOSITORY.resolve("solr-plugin/target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("docket-solr-[\\d.]+\\.zip"))
          .findFirst()
          .orElseThrow();
    }
  }

  static JsonNode get(String url) throws IOException, InterruptedException {
    return JSON.readTree(
        HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString()).body());
  }

  static JsonNode post(String url, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  /** A document as it is now, committed or not. */
  static JsonNode document(String core, String id) throws IOException, InterruptedException {
    return get(core + "/get?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8)).path("doc");
  }

  static long count(String core, String query) throws IOException, InterruptedException {
    return get(core + "/select?rows=0&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .path("response")
        .path("numFound")
        .asLong();
  }

  static void clear(String core) throws IOException, InterruptedException {
    post(core + "/update?commit=true", "{\"delete\":{\"query\":\"*:*\"}}");
  }

  /** A CSV of complaints whose ids begin so. */
  static Path complaints(Path file, String prefix, int count) throws IOException {
    StringBuilder csv = new StringBuilder("complaint_id,date_received,state,narrative\n");
    for (int i = 0; i < count; i++) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%s%d,2024-01-%02dT00:00:00Z,NY,the bank took %d dollars from my card\n",
              prefix,
              i,
              i % 28 + 1,
              i));
    }
    return Files.writeString(file, csv);
  }
}
