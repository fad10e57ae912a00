/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.web;

import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/**
 * What a browser is told with every answer, also with Solr's, which come from the same origin: what
 * lies in a document is data, and nothing of it may run or be loaded.
 */
public final class SafeHeaders {

  /** No script, style or request but those of the page's own files. */
  public static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
          + "frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private SafeHeaders() {}

  /** Adds them to an answer that has not begun. */
  public static void add(HttpServletResponse response) {
    HEADERS.forEach(response::setHeader);
  }
}
