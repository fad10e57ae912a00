/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A core of a Solr, over HTTP. Safe for use by many threads. */
final class SolrCore {

  private static final int ROWS = 10_000_000;
  private static final String FIELDS = "complaint_id,predicted_category,predicted_score";

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String url;

  SolrCore(int port, String core) {
    this.url = "http://127.0.0.1:" + port + "/solr/" + core;
  }

  /**
   * Adds documents, without a commit.
   *
   * @throws IOException if they are not acknowledged
   */
  void add(List<Complaint> documents) throws IOException, InterruptedException {
    String rows = documents.stream().map(Complaint::csv).collect(Collectors.joining());
    send(
        HttpRequest.newBuilder(URI.create(url + "/update"))
            .header("Content-Type", "text/csv; charset=utf-8")
            .timeout(Duration.ofMinutes(1))
            .POST(BodyPublishers.ofString("complaint_id,narrative\n" + rows))
            .build());
  }

  /** Makes what was added searchable. */
  void commit() throws IOException, InterruptedException {
    get("/update?commit=true&wt=json");
  }

  /** Each document: its id, its category and its score, which are empty where it has none. */
  List<Tagged> all() throws IOException, InterruptedException {
    String parameters = "&fl=" + encode(FIELDS) + "&wt=csv&csv.header=false&csv.separator=%09";
    return get("/select?q=*:*&rows=" + ROWS + parameters).lines().map(Tagged::parse).toList();
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(2)).build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
