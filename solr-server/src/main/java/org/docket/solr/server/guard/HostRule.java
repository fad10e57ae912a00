/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * The server must be called by its own name. A page of elsewhere can have its name point to this
 * machine (DNS rebinding): to the browser it then is the same origin, and only the header Host
 * gives it away. The port is free, for a tunnel has another one.
 */
final class HostRule {

  private final Set<Origin> allowed;

  HostRule(Set<Origin> allowed) {
    this.allowed = allowed;
  }

  /** The address that the request was sent to. */
  Origin check(HttpServletRequest request) throws Refusal {
    List<String> hosts = Collections.list(request.getHeaders("Host"));
    if (hosts.size() != 1) {
      throw new Refusal("the request has no header Host; send it to http://127.0.0.1 or localhost");
    }
    Origin host = own(request, hosts.get(0));
    // A request line with a whole address in it may name another one.
    own(request, request.getServerName());
    return host;
  }

  private Origin own(HttpServletRequest request, String host) throws Refusal {
    return Origin.parse(request.getScheme(), host)
        .filter(origin -> origin.isThisMachine() || isAllowed(origin))
        .orElseThrow(
            () ->
                new Refusal(
                    "this server is not called '"
                        + Refusal.shown(host)
                        + "': ask 127.0.0.1 or localhost, or start it with --allow-origin and the"
                        + " address that it has for browsers"));
  }

  private boolean isAllowed(Origin host) {
    return allowed.stream().anyMatch(origin -> origin.host().equals(host.host()));
  }
}
