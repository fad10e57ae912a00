/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.util.List;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.SolrParams;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.CursorWalk;
import org.docket.cli.solr.documents.Patience;

/** The documents of a scope, page by page. */
record Pages(SolrCollection collection, Patience patience, Scope scope) {

  /** A walk over them, from a cursor on. */
  CursorWalk walk(String start) {
    return new CursorWalk(
        collection, patience, scope.candidates(), scope.info().uniqueKey(), start);
  }

  /** What is to be known of the documents of a page. */
  List<Candidate> candidates(SolrDocumentList page) {
    return page.stream().map(document -> Candidate.of(document, scope.info())).toList();
  }

  /** How many documents a query finds. */
  long count(SolrParams query) {
    SolrParams params = SolrParams.wrapDefaults(SolrParams.of(CommonParams.ROWS, "0"), query);
    return ((SolrDocumentList) collection.select(params).get("response")).getNumFound();
  }

  /** Makes visible what was written. */
  void commit() throws IOException {
    try {
      UpdateRequest commit = new UpdateRequest();
      commit.setAction(UpdateRequest.ACTION.COMMIT, true, true);
      patience.ask(() -> collection.client().request(commit));
    } catch (SolrException e) {
      throw collection.refused(e);
    }
  }
}
