/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a web page comes from, as browsers tell it: {@code https://docs.example.org:8443}.
 *
 * @param scheme http or https
 * @param host in lower case; an IPv6 address in brackets
 * @param port 80 or 443 if none is written
 */
public record Origin(String scheme, String host, int port) {

  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::(\\d{1,5}))?");
  private static final Pattern ORIGIN = Pattern.compile("(https?)://(.*)");
  private static final int MAX_PORT = 65_535;

  /** Reads the header {@code Origin}; empty if that is no web page's, as "null" is. */
  public static Optional<Origin> parse(String text) {
    Matcher matcher = ORIGIN.matcher(text);
    return matcher.matches() ? parse(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  /** Reads the header {@code Host}; empty if it is malformed. */
  static Optional<Origin> parse(String scheme, String authority) {
    Matcher matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int usual = scheme.equals("https") ? 443 : 80;
    int port = matcher.group(2) == null ? usual : Integer.parseInt(matcher.group(2));
    return port > MAX_PORT
        ? Optional.empty()
        : Optional.of(new Origin(scheme, matcher.group(1).toLowerCase(Locale.ROOT), port));
  }

  /** Whether a request for this host was sent to this machine by a name that is always its own. */
  boolean isThisMachine() {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  @Override
  public String toString() {
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
