/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.util.regex.Pattern;

/** What a request is for. */
enum Place {
  /** The page's files. */
  PAGE,
  /** What only reads: searching, fetching by id, asking the tagger. */
  SEARCH,
  /** All else of Solr. */
  SOLR;

  /**
   * Nothing in it is encoded: what looks like one of these paths and is read as another by those
   * who decode it is not one of them.
   */
  private static final Pattern READS =
      Pattern.compile("/solr/[^/;%\\\\]+/(?:select|query|get|doccat)");

  /**
   * Tells the place.
   *
   * @param target the path as the server goes by it, decoded
   * @param path as it was sent
   */
  static Place of(String target, String path) {
    if (!target.equals("/solr") && !target.startsWith("/solr/")) {
      return PAGE;
    }
    return READS.matcher(path).matches() && path.equals(target) ? SEARCH : SOLR;
  }
}
