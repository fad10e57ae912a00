/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.forward;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A collection or core of a Solr that runs elsewhere.
 *
 * @param url its address, without a slash at its end
 * @param name its name, which is the last part of it
 */
public record Collection(URI url, String name) {

  private static final Pattern PATH = Pattern.compile("(?:/[^/]+)*/([A-Za-z0-9._-]+)/?");
  private static final Pattern ABOVE = Pattern.compile("(?:/[^/]+)*/solr/?|/?");
  private static final String EXAMPLE = "such as http://search.example:8983/solr/complaints";

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none of a collection, with what is wrong
   */
  public static Collection parse(String text) {
    URI uri = uri(text);
    if (uri.getScheme() == null || !Set.of("http", "https").contains(uri.getScheme())) {
      throw wrong(text, "begins with neither http:// nor https://");
    }
    if (uri.getHost() == null) {
      throw wrong(text, "names no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the address of Solr holds a user name; leave it out: the browser asks for it");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw wrong(text, "goes on after the collection");
    }
    return new Collection(base(uri), name(text, uri.getRawPath()));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw wrong(text, "is no address: " + e.getReason());
    }
  }

  private static String name(String text, String path) {
    Matcher matcher = PATH.matcher(path);
    if (ABOVE.matcher(path).matches() || !matcher.matches()) {
      throw wrong(text, "names no collection");
    }
    return matcher.group(1);
  }

  private static URI base(URI uri) {
    return URI.create(uri.toString().replaceAll("/$", ""));
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException(
        "'" + text + "' " + what + "; name a collection, " + EXAMPLE);
  }
}
