/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/**
 * What browsers tell of a request by themselves (Fetch Metadata): for requests without an Origin,
 * which are those of links, images, scripts and frames.
 */
final class FetchRule {

  private static final Set<String> OURS = Set.of("same-origin", "none");
  private static final Set<String> DATA = Set.of("empty", "document");

  /**
   * Checks a request of a page that is not an allowed one.
   *
   * @param place what it is for
   */
  void check(HttpServletRequest request, Place place) throws Refusal {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !OURS.contains(site) && !isLink(request, place)) {
      throw new Refusal(
          "another page asks for this (Sec-Fetch-Site: "
              + Refusal.shown(site)
              + "); it may only link to the page or to a search; --allow-origin ORIGIN lets it ask");
    }
    if (place != Place.PAGE) {
      checkUse(request);
    }
  }

  /** Somebody follows a link, to where that does no harm. */
  private static boolean isLink(HttpServletRequest request, Place place) {
    return place != Place.SOLR
        && Set.of("GET", "HEAD").contains(request.getMethod())
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && "document".equals(request.getHeader("Sec-Fetch-Dest"));
  }

  /** Solr's answers are data: as a script, its JSON could be read and run by any page. */
  private static void checkUse(HttpServletRequest request) throws Refusal {
    String use = request.getHeader("Sec-Fetch-Dest");
    if (use != null && !DATA.contains(use)) {
      throw new Refusal("Solr's answers are data; they cannot be used as " + Refusal.shown(use));
    }
    if (Parameters.ofQuery(request).contains("json.wrf")) {
      throw new Refusal("Solr's answers are data, no scripts: leave out json.wrf");
    }
  }
}
