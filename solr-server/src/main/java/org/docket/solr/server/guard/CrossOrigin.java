/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The headers by which a browser lets a page of elsewhere read an answer (CORS). Without cookies:
 * who logs in to Solr behind this server sends the header Authorization.
 */
final class CrossOrigin {

  private static final String METHODS = "GET, HEAD, POST";
  private static final String HEADERS = "Authorization, Content-Type, X-Requested-With";
  private static final String SECONDS = "600";
  private static final String LOCAL_NETWORK = "Private-Network";

  private CrossOrigin() {}

  static void allow(Origin origin, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", origin.toString());
    response.setHeader("Access-Control-Expose-Headers", "WWW-Authenticate");
    response.addHeader("Vary", "Origin");
  }

  /** Whether a browser asks first whether it may ask. */
  static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  static void answer(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Methods", METHODS);
    response.setHeader("Access-Control-Allow-Headers", HEADERS);
    response.setHeader("Access-Control-Max-Age", SECONDS);
    if (request.getHeader("Access-Control-Request-" + LOCAL_NETWORK) != null) {
      response.setHeader("Access-Control-Allow-" + LOCAL_NETWORK, "true");
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
