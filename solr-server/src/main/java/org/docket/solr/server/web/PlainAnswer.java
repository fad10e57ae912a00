/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/** An answer that is one line for a person. */
public final class PlainAnswer {

  private PlainAnswer() {}

  /** Answers with a status and a line that says why, and what to do. */
  public static void send(HttpServletResponse response, int status, String line)
      throws IOException {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
