/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index.send;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.solr.client.solrj.impl.CloudSolrClient.RouteException;
import org.apache.solr.common.SolrException;
import org.docket.cli.solr.collection.SolrCollection;

/**
 * Why a request failed.
 *
 * @param kind what is to be done about it
 * @param reason in a line
 */
record Trouble(Kind kind, String reason) {

  /** What is to be done, the gravest first: of a request to several shards, that of the gravest. */
  enum Kind {
    /** Nobody can do anything here: say why and stop. */
    HOPELESS,
    /** Solr is away, or has too much to do: wait. */
    AWAY,
    /** Send fewer documents at once. */
    TOO_LARGE,
    /** Something went wrong in Solr: wait a little, then find the document that it is about. */
    FAILED,
    /** Another client was there in between: look again. */
    CONFLICT,
    /** A document is wrong: find it. */
    REFUSED
  }

  private static final String PAUSED = "temporarily paused";

  static Trouble of(Exception failure) {
    if (failure instanceof RouteException routes && routes.getThrowables().size() > 0) {
      return IntStream.range(0, routes.getThrowables().size())
          .mapToObj(i -> one(routes.getThrowables().getVal(i)))
          .min(Comparator.comparing(Trouble::kind))
          .orElseThrow();
    }
    return one(failure);
  }

  private static Trouble one(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SolrException refusal) {
        String reason = SolrCollection.reason(refusal);
        return new Trouble(kind(refusal.code(), reason), refusal.code() + ": " + reason);
      }
    }
    return new Trouble(Kind.AWAY, SolrCollection.reason(failure));
  }

  private static Kind kind(int code, String reason) {
    return switch (code) {
      case 401, 403, 405 -> Kind.HOPELESS;
      case 404, 408, 429, 502, 503, 504 -> Kind.AWAY; // 404: a core that is not loaded yet
      case 413 -> Kind.TOO_LARGE;
      case 409 -> Kind.CONFLICT;
      case 500 -> reason.contains(PAUSED) ? Kind.AWAY : Kind.FAILED;
      default -> code > 0 && code < 500 ? Kind.REFUSED : Kind.AWAY;
    };
  }
}
