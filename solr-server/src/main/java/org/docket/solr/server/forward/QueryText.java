/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.forward;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Queries as they may stand in an address: some programs leave braces and quotes as they are. */
final class QueryText {

  private static final Pattern UNFIT =
      Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]|%(?![0-9A-Fa-f]{2})");

  private QueryText() {}

  /** An address with a query. */
  static String append(String address, String query) {
    return query == null
        ? address
        : address + "?" + UNFIT.matcher(query).replaceAll(QueryText::encode);
  }

  private static String encode(MatchResult unfit) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : unfit.group().getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
    }
    return encoded.toString();
  }
}
