/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files, over HTTP from a server without cores. */
class PageFilesIT {

  private static final String NONE = "https://none.invalid";

  @TempDir static Path folder;
  private static SolrServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    server = SolrServer.start(SolrHome.create(folder).folder(), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "'', text/html;charset=utf-8",
    "index.html, text/html;charset=utf-8",
    "config.json, application/json;charset=utf-8",
    "lib/preact.min.umd.js, text/javascript;charset=utf-8",
    "lib/hooks.umd.js, text/javascript;charset=utf-8",
    "lib/htm.umd.js, text/javascript;charset=utf-8",
    "lib/pico.min.css, text/css;charset=utf-8",
    "lib/NOTICE.txt, text/plain;charset=utf-8",
    "lib/preact-LICENSE.txt, text/plain;charset=utf-8",
    "lib/htm-LICENSE.txt, text/plain;charset=utf-8",
    "lib/pico-LICENSE.txt, text/plain;charset=utf-8"
  })
  void areServedWithTheirTypes(String path, String type) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase(type);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.body()).isNotBlank();
  }

  @Test
  void theConfigurationIsTheServersOwn() throws Exception {
    JsonNode config = new ObjectMapper().readTree(get("config.json").body());

    assertThat(config.at("/solr").asText()).isEqualTo("/solr/complaints");
    assertThat(config.at("/readOnly").asBoolean(true)).isFalse();
    assertThat(config.at("/fields/facets/0").asText()).isEqualTo("company");
    assertThat(config.at("/reviewer").isNull()).isTrue();
  }

  @Test
  void theNoticeNamesTheVersions() throws Exception {
    assertThat(get("lib/NOTICE.txt").body())
        .containsPattern("Preact 10\\.\\d+\\.\\d+, MIT")
        .doesNotContain("${");
  }

  @Test
  void everyAnswerTellsTheBrowserToRunNothingElse() throws Exception {
    for (String path : new String[] {"", "nowhere", "solr/admin/info/system", "solr/nowhere/x"}) {
      HttpResponse<String> answer = get(path);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
          .doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws Exception {
    String tag = header(get("lib/pico.min.css"), "ETag");

    HttpResponse<String> again = get("lib/pico.min.css", "If-None-Match", "W/\"other\", " + tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(get("lib/htm.umd.js"), "ETag")).isNotEqualTo(tag);
  }

  @Test
  void textIsZippedForThoseWhoCanUnzip() throws Exception {
    HttpResponse<String> zipped = get("lib/pico.min.css", "Accept-Encoding", "br, gzip");

    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(Integer.parseInt(header(zipped, "Content-Length"))).isLessThan(20_000);
    assertThat(header(get("lib/pico.min.css"), "Content-Encoding")).isEqualTo(NONE);
    assertThat(header(get("lib/pico.min.css", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"))
        .isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lib",
        "lib/",
        "js/",
        "nowhere.html",
        "../SolrServer.class",
        "%2e%2e/SolrServer.class",
        "..%2fSolrServer.class",
        "lib/..%2f..%2fsolr.xml",
        "lib/%2e%2e/%2e%2e/solr.xml",
        "..%5csolr.xml",
        "..;/solr.xml",
        "lib/;/../../solr.xml",
        "/etc/passwd",
        "META-INF/MANIFEST.MF",
        "index.html%00.js",
        "index.html;x=.js",
        "web/PageServlet.class"
      })
  void nothingElseIsServed(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 404);
    assertThat(answer.body()).doesNotContain("<solr", "root:", "pico.min.css");
  }

  @Test
  void onlyReadingIsAnswered() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(server.page()).POST(HttpRequest.BodyPublishers.noBody()).build();

    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  /** Whoever copies the folder gets what is served. */
  @Test
  void theFolderToCopyHasTheSameFiles() throws Exception {
    Path classes = Path.of("target/classes/org/docket/solr/server/page");
    for (String file : new String[] {"index.html", "lib/htm.umd.js"}) {
      assertThat(get(file).body()).isEqualTo(Files.readString(classes.resolve(file)));
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.page() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(NONE);
  }
}
