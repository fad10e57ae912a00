/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.io.IOException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.RequestHandlerBase;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.security.AuthorizationContext;
import org.docket.error.DocketException;
import org.docket.solr.handler.Answers;
import org.docket.solr.handler.QueryReader;

/**
 * Tells what the model says to a text, what documents would be tagged with, and what the tagger is;
 * indexes nothing.
 *
 * <pre>{@code
 * curl http://localhost:8983/solr/complaints/doccat --data-urlencode 'text=They took my house'
 * curl http://localhost:8983/solr/complaints/doccat?info=true
 * curl http://localhost:8983/solr/complaints/doccat -H 'Content-Type: application/json' \
 *   -d '{"documents": [{"narrative": "They took my house"}]}'
 * }</pre>
 *
 * <p>A core with a {@link DoccatUpdateProcessorFactory} has it at {@value #PATH}, unless
 * solrconfig.xml puts something else there. To change its defaults, name it: {@code <requestHandler
 * name="/doccat" class="org.docket.solr.DoccatRequestHandler"/>}. Needs Solr's permission {@code
 * read}. Safe for use by many threads.
 */
public final class DoccatRequestHandler extends RequestHandlerBase {

  /** Where it is if solrconfig.xml does not say. */
  static final String PATH = "/doccat";

  /** Puts one at its usual place, if that is free. */
  static void register(SolrCore core) {
    if (!core.getRequestHandlers().contains(PATH)) {
      core.registerRequestHandler(PATH, new DoccatRequestHandler());
    }
  }

  /**
   * Answers.
   *
   * @throws SolrException (a bad request) if there is nothing to answer, it is too long, or a
   *     parameter is wrong
   */
  @Override
  public void handleRequestBody(SolrQueryRequest request, SolrQueryResponse response)
      throws IOException {
    // The answer depends on the model, and Solr would ask the index whether it has changed.
    response.setHttpCaching(false);
    try {
      Answers.write(QueryReader.read(request), request, response);
    } catch (DocketException e) {
      throw new SolrException(ErrorCode.BAD_REQUEST, "Docket: " + e.getMessage(), e);
    }
  }

  @Override
  public String getDescription() {
    return "Tells what Docket's model says to a text";
  }

  @Override
  public Name getPermissionName(AuthorizationContext request) {
    return Name.READ_PERM;
  }
}
