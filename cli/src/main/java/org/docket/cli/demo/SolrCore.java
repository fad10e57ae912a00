/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A core of a running Solr, over HTTP. */
final class SolrCore {

  private static final int OK = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String url;

  /**
   * @param solr the address of Solr, without a slash at its end
   * @param name the name of the core
   */
  SolrCore(URI solr, String name) {
    this.url = solr + "/" + name;
  }

  /** Indexes a CSV whose columns are named as the fields are, and makes it searchable. */
  void index(Path csv) throws IOException, InterruptedException {
    send(
        HttpRequest.newBuilder(URI.create(url + "/update?commit=true"))
            .header("Content-Type", "text/csv; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofFile(csv))
            .build());
  }

  /**
   * The address of a search, as a browser takes it.
   *
   * @param params names and values in turn
   */
  URI search(String... params) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < params.length; i += 2) {
      pairs.add(params[i] + "=" + URLEncoder.encode(params[i + 1], StandardCharsets.UTF_8));
    }
    return URI.create(url + "/select?" + String.join("&", pairs));
  }

  /** What Solr answers. */
  JsonNode get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "Solr answered %d to %s: %s",
              response.statusCode(),
              request.uri(),
              response.body()));
    }
    return json.readTree(response.body());
  }
}
