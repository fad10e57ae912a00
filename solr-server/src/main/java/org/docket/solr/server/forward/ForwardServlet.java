/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.forward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.docket.solr.server.web.PlainAnswer;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.api.Request;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.proxy.ProxyServlet;

/**
 * Passes on requests for one collection, and the answers as they come. Who logs in logs in to Solr:
 * the header Authorization goes there, and what Solr asks for goes back.
 */
public final class ForwardServlet extends ProxyServlet {

  private static final long serialVersionUID = 1L;

  private static final Set<String> HANDLERS = Set.of("select", "query", "get", "doccat", "update");

  /** Not cookies: browsers send those of all servers of this machine. */
  private static final Set<String> TOLD =
      Set.of(
          "accept",
          "accept-encoding",
          "authorization",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "user-agent",
          "x-requested-with");

  /** The rest of an answer's headers is about its text; ours say what a browser may do with it. */
  private static final Set<String> TOLD_BACK =
      Set.of(
          "cache-control",
          "content-encoding",
          "content-length",
          "content-type",
          "etag",
          "expires",
          "last-modified",
          "retry-after",
          "vary",
          "www-authenticate");

  private final transient Collection collection;
  private final String prefix;
  private final long patience;

  /**
   * Passes on to a collection.
   *
   * @param patience how long Solr may say nothing
   */
  public ForwardServlet(Collection collection, Duration patience) {
    this.collection = collection;
    this.prefix = "/solr/" + collection.name() + "/";
    this.patience = patience.toMillis();
  }

  @Override
  protected HttpClient createHttpClient() throws ServletException {
    HttpClient client = super.createHttpClient();
    client.setIdleTimeout(patience);
    client.setConnectTimeout(patience);
    client.setUserAgentField(null);
    setTimeout(0); // as long as something comes
    return client;
  }

  @Override
  protected String rewriteTarget(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean known = path.startsWith(prefix) && HANDLERS.contains(path.substring(prefix.length()));
    return known
        ? QueryText.append(
            collection.url() + path.substring(prefix.length() - 1), request.getQueryString())
        : null;
  }

  @Override
  protected Request newProxyRequest(HttpServletRequest request, String target) {
    return super.newProxyRequest(request, target).idleTimeout(patience, TimeUnit.MILLISECONDS);
  }

  @Override
  protected void copyRequestHeaders(HttpServletRequest request, Request proxied) {
    proxied.headers(
        headers -> {
          headers.clear();
          for (String name : TOLD) {
            Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
          }
        });
  }

  @Override
  protected void addProxyHeaders(HttpServletRequest request, Request proxied) {
    // Nothing that tells who sits before this machine.
  }

  @Override
  protected String filterServerResponseHeader(
      HttpServletRequest request, Response answer, String name, String value) {
    return TOLD_BACK.contains(name.toLowerCase(Locale.ROOT)) ? value : null;
  }

  @Override
  protected void onProxyRewriteFailed(HttpServletRequest request, HttpServletResponse response) {
    answer(
        response,
        HttpServletResponse.SC_NOT_FOUND,
        "only "
            + prefix
            + "select, query, get, doccat and update are passed on to Solr; ask for anything else"
            + " there");
  }

  @Override
  protected void onProxyResponseFailure(
      HttpServletRequest request,
      HttpServletResponse response,
      Response answer,
      Throwable failure) {
    if (response.isCommitted()) {
      super.onProxyResponseFailure(request, response, answer, failure); // cuts the answer off
      return;
    }
    response.resetBuffer();
    for (String header : TOLD_BACK) {
      response.setHeader(header, null);
    }
    answer(response, proxyResponseStatus(failure), reason(failure));
    request.getAsyncContext().complete();
  }

  @Override
  protected int proxyResponseStatus(Throwable failure) {
    return isSlow(failure)
        ? HttpServletResponse.SC_GATEWAY_TIMEOUT
        : HttpServletResponse.SC_BAD_GATEWAY;
  }

  private String reason(Throwable failure) {
    URI url = collection.url();
    if (isSlow(failure)) {
      return "Solr at " + url + " has said nothing for " + patience / 1000 + " s; try again later";
    }
    String why =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return "Solr at "
        + url
        + " does not answer ("
        + why.lines().findFirst().orElse("")
        + "); is it running?";
  }

  private static boolean isSlow(Throwable failure) {
    return failure instanceof TimeoutException || failure instanceof SocketTimeoutException;
  }

  private static void answer(HttpServletResponse response, int status, String line) {
    try {
      PlainAnswer.send(response, status, line);
    } catch (IOException e) {
      throw new UncheckedIOException("the browser is gone", e);
    }
  }
}
