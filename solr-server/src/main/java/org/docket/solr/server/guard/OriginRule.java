/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * A page that asks must be the server's own or an allowed one. Browsers send the header Origin with
 * each request that changes something, also with the simple ones (a text/plain POST) for which they
 * ask nobody first; programs send none.
 */
final class OriginRule {

  private final Set<Origin> allowed;

  OriginRule(Set<Origin> allowed) {
    this.allowed = allowed;
  }

  /**
   * The page of elsewhere that asks, which may; empty if it is our own, or no page.
   *
   * @param host the address that the request was sent to
   */
  Optional<Origin> check(HttpServletRequest request, Origin host) throws Refusal {
    List<String> origins = Collections.list(request.getHeaders("Origin"));
    if (origins.isEmpty()) {
      return Optional.empty();
    }
    Optional<Origin> origin = origins.size() == 1 ? Origin.parse(origins.get(0)) : Optional.empty();
    if (origin.equals(Optional.of(host))) {
      return Optional.empty();
    }
    if (origin.filter(allowed::contains).isPresent()) {
      return origin;
    }
    throw new Refusal(
        "a page of "
            + Refusal.shown(String.join(" and ", origins))
            + " may not ask this server; --allow-origin ORIGIN lets it");
  }
}
