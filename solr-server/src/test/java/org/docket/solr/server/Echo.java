/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Locale;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** Stands for a Solr elsewhere: says what it was asked, and can be slow or break off. */
final class Echo extends HttpServlet {

  static final String ASKED = "asked:\n";

  private static final long serialVersionUID = 1L;
  private static final int HALF = 100_000;

  private final transient Server server = new Server();
  private final transient ServerConnector connector = new ServerConnector(server, 1, 1);
  private final long pauseMillis;

  Echo(long pauseMillis) {
    this.pauseMillis = pauseMillis;
  }

  /** Starts it on a free port, which is given back. */
  int start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(this), "/");
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }

  void stop() throws Exception {
    server.stop();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = String.valueOf(request.getQueryString());
    String text = text(request);
    response.setHeader("Set-Cookie", "a=b");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Content-Security-Policy", "default-src *");
    response.setHeader("X-Solr", "internal");
    response.setHeader("WWW-Authenticate", "xBasic realm=\"solr\"");
    response.setStatus(query.contains("login") ? 401 : 200);
    pause(query.contains("slow") ? 4 : 0);
    OutputStream out = response.getOutputStream();
    for (int i = 0; query.contains("trickle") && i < 5; i++) {
      pause(1);
      out.write(("drop " + i + "\n").getBytes(UTF_8));
      out.flush();
    }
    out.write(text.getBytes(UTF_8));
    if (query.contains("half")) {
      out.write(new byte[HALF]);
      out.flush();
      pause(4);
    }
  }

  private static String text(HttpServletRequest request) throws IOException {
    StringBuilder text = new StringBuilder(ASKED);
    text.append(request.getMethod()).append(' ').append(request.getRequestURI());
    text.append('?').append(request.getQueryString()).append('\n');
    for (String name : Collections.list(request.getHeaderNames())) {
      String value = request.getHeader(name);
      text.append(name.toLowerCase(Locale.ROOT)).append(": ").append(value).append('\n');
    }
    return text.append(new String(request.getInputStream().readAllBytes(), UTF_8)).toString();
  }

  private void pause(int times) {
    try {
      Thread.sleep(times * pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
