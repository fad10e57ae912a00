/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.docket.error.DocketException;

/** Answers each kind of question. */
public final class Answers {

  private Answers() {}

  /**
   * Writes the answer into the response.
   *
   * @throws DocketException if no tagger of the core is meant, or several are
   */
  public static void write(
      Question question, SolrQueryRequest request, SolrQueryResponse response) {
    if (question instanceof InfoQuery info) {
      InfoAnswer.write(info, request, response);
    } else if (question instanceof TextQuery text) {
      TextAnswer.write(text, request, response);
    } else if (question instanceof DocumentsQuery documents) {
      DocumentsAnswer.write(documents, request, response);
    } else {
      throw new IllegalStateException("a question of an unknown kind: " + question.getClass());
    }
  }
}
