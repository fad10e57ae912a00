/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** Lets through what only reads. */
final class ReadOnlyRule {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A search that is longer, with all its filters, has not been seen. */
  private static final int MAX_FORM = 1 << 20;

  /** Parameters, or beginnings of them, that lead a search to another place of Solr. */
  private static final Set<String> ELSEWHERE = Set.of("qt", "shards", "collection", "json");

  private static final Set<String> ELSEWHERE_BEGIN = Set.of("shards.", "stream.", "json.params");

  /**
   * Checks a request, and gives the one to go on with: its body may have been read.
   *
   * @param place what it is for
   */
  HttpServletRequest check(HttpServletRequest request, Place place) throws Refusal, IOException {
    if (place == Place.PAGE) {
      return request;
    }
    if (place == Place.SOLR || !METHODS.contains(request.getMethod())) {
      throw new Refusal(
          "this server is read-only: only select, query, get and doccat of a collection answer, by"
              + " GET or POST; start it without --read-only to change something");
    }
    checkNames(Parameters.ofQuery(request));
    boolean asksTagger = request.getRequestURI().endsWith("/doccat");
    return asksTagger || !request.getMethod().equals("POST") ? request : form(request);
  }

  private static HttpServletRequest form(HttpServletRequest request) throws Refusal, IOException {
    String type = request.getContentType();
    if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(FORM)) {
      throw new Refusal("this server is read-only: a search by POST must be sent as " + FORM);
    }
    byte[] body = request.getInputStream().readNBytes(MAX_FORM + 1);
    if (body.length > MAX_FORM) {
      throw new Refusal("this server is read-only, and no search needs more than 1 MB");
    }
    checkNames(Parameters.of(new String(body, StandardCharsets.UTF_8)));
    return new ReadRequest(request, body);
  }

  private static void checkNames(Set<String> names) throws Refusal {
    for (String name : names) {
      if (ELSEWHERE.contains(name) || ELSEWHERE_BEGIN.stream().anyMatch(name::startsWith)) {
        throw new Refusal(
            "this server is read-only: the parameter "
                + Refusal.shown(name)
                + " leads elsewhere; leave it out");
      }
    }
  }
}
