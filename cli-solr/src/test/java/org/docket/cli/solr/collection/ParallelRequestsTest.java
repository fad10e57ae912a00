/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ParallelRequestsTest {

  private static final int REQUESTS = 16;

  @Test
  @Timeout(60)
  void manyLargeRequestsAtATimeAreAllAnswered() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "parallel");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/solr/c");
    try (SolrCollection collection = SolrCollection.at(address, Optional.empty())) {
      List<Callable<Integer>> requests = Collections.nCopies(REQUESTS, () -> code(collection));
      int answered = 0;
      for (Future<Integer> each : threads.invokeAll(requests, 30, TimeUnit.SECONDS)) {
        answered += !each.isCancelled() && each.get() == 503 ? 1 : 0;
      }
      assertEquals(REQUESTS, answered);
    } finally {
      threads.shutdownNow();
      server.stop(0);
    }
  }

  private static int code(SolrCollection collection) throws Exception {
    UpdateRequest update = new UpdateRequest();
    List<SolrInputDocument> documents = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      documents.add(new SolrInputDocument("id", "" + i, "text", "word ".repeat(1000)));
    }
    try {
      collection.client().request(update.add(documents));
      return 200;
    } catch (SolrException e) {
      return e.code();
    }
  }
}
