/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.web;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Serves the page. Browsers keep its files and ask each time whether they are still the same, so a
 * new version is seen at once. Own code, because Jetty's entity tags are of a file's time and
 * length, which in a jar that is built reproducibly may stay as they are.
 */
public final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String NOT_HERE = "there is no such file; the page is at /";

  private final transient PageFiles files;

  /** Serves the page for the collection that the configuration names. */
  public PageServlet(PageConfig config) {
    this.files = new PageFiles(config);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<PageFile> file = files.find(request.getRequestURI());
    if (file.isPresent()) {
      send(file.get(), request, response);
    } else {
      PlainAnswer.send(response, HttpServletResponse.SC_NOT_FOUND, NOT_HERE);
    }
  }

  private static void send(PageFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("ETag", file.tag());
    response.setHeader("Cache-Control", "no-cache");
    response.addHeader("Vary", "Accept-Encoding");
    if (names(request, "If-None-Match", file.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    boolean zipped = file.zipped() != null && names(request, "Accept-Encoding", "gzip");
    byte[] body = zipped ? file.zipped() : file.content();
    if (zipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(file.type());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Whether one of the comma-separated items of a header is this one; "gzip;q=0" is not. */
  private static boolean names(HttpServletRequest request, String header, String item) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .anyMatch(value -> value.strip().equals(item));
  }
}
