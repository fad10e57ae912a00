/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;

/** Lets through what only reads. */
final class ReadOnlyRule {

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final String FORM = "application/x-www-form-urlencoded";

  /** In another encoding the names would be other ones to Solr than they are here. */
  private static final Pattern UTF_8_FORM =
      Pattern.compile(
          Pattern.quote(FORM) + "\\s*(?:;\\s*charset=(?:utf-8|\"utf-8\")\\s*)?",
          Pattern.CASE_INSENSITIVE);

  /** A search that is longer, with all its filters, has not been seen. */
  private static final int MAX_FORM = 1 << 20;

  /** Parameters, or beginnings of them, that lead a search to another place of Solr. */
  private static final Pattern ELSEWHERE =
      // Behind a dot as well: fl=x:[subquery] makes a request of its own of all that begins with x.
      Pattern.compile(
          "(?:.*\\.)?(?:qt|shards|collection|json|sync|shards\\..*|stream\\..*|json\\.params.*)",
          Pattern.DOTALL);

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
    if (type == null || !UTF_8_FORM.matcher(type.strip()).matches()) {
      throw new Refusal(
          "this server is read-only: a search by POST must be sent as " + FORM + ", in UTF-8");
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
      if (ELSEWHERE.matcher(name).matches()) {
        throw new Refusal(
            "this server is read-only: the parameter "
                + Refusal.shown(name)
                + " leads elsewhere; leave it out");
      }
    }
  }
}
