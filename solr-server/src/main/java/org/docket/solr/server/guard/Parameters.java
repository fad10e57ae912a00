/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/** The names of a request's parameters, without reading its body. */
final class Parameters {

  /** By this one Solr reads all the others in another encoding, in which they have other names. */
  private static final String ENCODING = "ie";

  private Parameters() {}

  static Set<String> ofQuery(HttpServletRequest request) throws Refusal {
    return of(request.getQueryString());
  }

  /** The names in a form's data, which are encoded as in an address. */
  static Set<String> of(String encoded) throws Refusal {
    MultiMap<String> values = new MultiMap<>();
    if (encoded != null) {
      try {
        UrlEncoded.decodeTo(encoded, values, StandardCharsets.UTF_8);
      } catch (RuntimeException e) { // that is what it throws where the encoding is malformed
        throw new Refusal("the parameters are malformed: " + Refusal.shown(e.toString()));
      }
    }
    if (values.getOrDefault(ENCODING, List.of()).stream().anyMatch(Parameters::isOther)) {
      throw new Refusal("parameters must be in UTF-8: leave out " + ENCODING);
    }
    return values.keySet();
  }

  private static boolean isOther(String encoding) {
    return !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name());
  }
}
