/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server before Solr that hands on what it is asked, unless a test wants something else. */
final class Front implements AutoCloseable {

  /** Hand it on. */
  static final int ON = 0;

  /** Hand it on, and lose the answer. */
  static final int LOSE = -1;

  /** Close the connection. */
  static final int CUT = -2;

  private final HttpServer server;
  private final URI solr;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(r -> new Thread(r, "front"));
  private final AtomicInteger asked = new AtomicInteger();
  private final Function<Asked, Integer> what;

  /**
   * What was asked.
   *
   * @param number of the request, from 1
   */
  record Asked(int number, String path, byte[] body) {

    boolean isUpdate() {
      return path.endsWith("/update");
    }
  }

  /**
   * Starts one.
   *
   * @param what says for each request what becomes of it: a status, or one of the constants
   */
  Front(URI solr, Function<Asked, Integer> what) throws IOException {
    this.solr = solr;
    this.what = what;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  String url(String core) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + solr.getPath() + "/" + core;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Asked request = new Asked(asked.incrementAndGet(), exchange.getRequestURI().getPath(), body);
    int status = what.apply(request);
    if (status == CUT) {
      exchange.close();
    } else if (status > 0) {
      answer(exchange, status, "text/plain", "no".getBytes(StandardCharsets.US_ASCII));
    } else {
      HttpResponse<byte[]> answer = ask(exchange, body);
      if (status == LOSE) {
        exchange.close();
      } else {
        answer(
            exchange,
            answer.statusCode(),
            answer.headers().firstValue("Content-Type").orElse(""),
            answer.body());
      }
    }
  }

  private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) {
    URI address = solr.resolve(exchange.getRequestURI().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
