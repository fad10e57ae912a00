/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Looks at each request before anything else does. Safe for use by many threads. */
public final class Guard {

  private final HostRule hosts;
  private final OriginRule origins;
  private final FetchRule fetches = new FetchRule();
  private final ReadOnlyRule reads = new ReadOnlyRule();
  private final boolean readOnly;

  /** Lets through what these rules of access let. */
  public Guard(Access access) {
    this.hosts = new HostRule(access.origins());
    this.origins = new OriginRule(access.origins());
    this.readOnly = access.readOnly();
  }

  /**
   * Checks a request.
   *
   * @param target its path, decoded
   * @param response gets the headers for an allowed page of elsewhere
   * @return the request to go on with; empty if it is answered
   * @throws Refusal if it may not go on
   */
  public Optional<HttpServletRequest> check(
      String target, HttpServletRequest request, HttpServletResponse response)
      throws Refusal, IOException {
    Place place = Place.of(target, request.getRequestURI());
    Optional<Origin> elsewhere = origins.check(request, hosts.check(request));
    if (elsewhere.isPresent()) {
      CrossOrigin.allow(elsewhere.get(), response);
      if (CrossOrigin.isPreflight(request)) {
        CrossOrigin.answer(request, response);
        return Optional.empty();
      }
    } else {
      fetches.check(request, place);
    }
    return Optional.of(readOnly ? reads.check(request, place) : request);
  }
}
