/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Talks to Solr and looks at all that comes back: status, headers and text. */
final class RawHttp {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI solr;

  RawHttp(URI solr) {
    this.solr = solr;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** As a user, whose password is Solr's example one. */
  HttpResponse<String> getAs(String user, String path) throws IOException, InterruptedException {
    byte[] credentials = (user + ":SolrRocks").getBytes(StandardCharsets.UTF_8);
    return send(
        request(path)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .GET());
  }

  HttpResponse<String> post(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(solr + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
