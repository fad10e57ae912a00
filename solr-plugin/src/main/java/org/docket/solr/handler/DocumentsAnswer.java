/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.handler;

import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.docket.solr.tagger.Tagger;

/** Tells what documents would be tagged with. */
final class DocumentsAnswer {

  private DocumentsAnswer() {}

  static void write(DocumentsQuery query, SolrQueryRequest request, SolrQueryResponse response) {
    Tagger tagger = TaggerChoice.choose(request.getCore(), query.tagger()).tagger();
    response.add("tags", new DocumentTags(tagger.tagging(request)).of(query.documents()));
    response.add("model", ModelEntry.withLocation(tagger));
  }
}
