/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to Solr as any user does, over HTTP. */
final class Http {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI solr;

  Http(URI solr) {
    this.solr = solr;
  }

  /** What a URL's query may hold. */
  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(uri(path)).GET().build());
  }

  JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode post(String path, String type, byte[] body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** Indexes documents, an array or one, and makes them searchable. */
  JsonNode add(String core, String documents, String... params)
      throws IOException, InterruptedException {
    String query = "commit=true&" + String.join("&", params);
    return post("/" + core + "/update?" + query, "application/json", array(documents));
  }

  /** The stored fields of a document, which must be there. */
  JsonNode document(String core, String id) throws IOException, InterruptedException {
    JsonNode found = get("/" + core + "/select?q=" + encode("complaint_id:" + id));
    assertThat(found.at("/response/docs")).as(found.toString()).hasSize(1);
    return found.at("/response/docs/0");
  }

  /** How many documents a query finds. */
  int found(String core, String query) throws IOException, InterruptedException {
    JsonNode found = get("/" + core + "/select?rows=0&" + query);
    assertThat(found.at("/responseHeader/status").asInt(-1)).as(found.toString()).isZero();
    return found.at("/response/numFound").asInt();
  }

  private static String array(String documents) {
    return documents.startsWith("[") ? documents : "[" + documents + "]";
  }

  private URI uri(String path) {
    return URI.create(solr + path);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return JSON.readTree(response.body());
  }
}
