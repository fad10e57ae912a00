/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Patience;

/** Documents as they are at this moment, also those that no search finds yet. */
record RealTime(SolrCollection collection, Scope scope, Patience patience) {

  /**
   * Reads documents again.
   *
   * @return by their names; those that are gone are absent
   * @throws IOException if Solr does not answer
   */
  Map<String, Candidate> read(List<Candidate> documents) throws IOException {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(CommonParams.FL, String.join(",", scope.fields()));
    documents.forEach(document -> params.add(CommonParams.ID, document.name())); // commas and all
    NamedList<Object> answer = get(params);
    Map<String, Candidate> read = new HashMap<>();
    if (answer.get("response") instanceof SolrDocumentList found) {
      found.forEach(each -> put(read, each));
    } else if (answer.get("doc") instanceof SolrDocument found) { // of a single one
      put(read, found);
    }
    return read;
  }

  private void put(Map<String, Candidate> read, SolrDocument document) {
    Candidate candidate = Candidate.of(document, scope.info());
    read.put(candidate.name(), candidate);
  }

  private NamedList<Object> get(ModifiableSolrParams params) throws IOException {
    GenericSolrRequest request =
        new GenericSolrRequest(SolrRequest.METHOD.POST, "/get", params).setRequiresCollection(true);
    try {
      return patience.ask(() -> collection.client().request(request));
    } catch (SolrException e) {
      throw collection.refused(e);
    }
  }
}
