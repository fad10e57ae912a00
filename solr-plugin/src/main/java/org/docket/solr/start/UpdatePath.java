/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import org.apache.solr.common.params.SolrParams;

/**
 * Where updates come in, and what they go through.
 *
 * @param handler the name of the request handler, such as {@code /update}
 * @param chosen whether the handler's own parameters say so; otherwise it is the default chain
 * @param chain what a request goes through that names no chain itself
 * @param params what the handler adds to its requests
 */
record UpdatePath(String handler, boolean chosen, Chain chain, SolrParams params) {}
