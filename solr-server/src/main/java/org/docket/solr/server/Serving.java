/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import org.docket.solr.server.guard.Access;
import org.docket.solr.server.web.PageConfig;

/**
 * How a server is reached.
 *
 * @param port the port to listen on; 0 takes any that is free
 * @param access who may ask, and for what
 * @param collection the core or collection that the page shows
 */
public record Serving(int port, Access access, String collection) {

  PageConfig page() {
    return PageConfig.of(collection, access.readOnly());
  }
}
