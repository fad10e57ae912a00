/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/** Asks a Solr that runs elsewhere whether it is one, before the page is shown for it. */
final class CollectionCheck {

  private CollectionCheck() {}

  /**
   * Asks.
   *
   * @param remarks gets what the page will lack
   * @throws DocketException if nobody answers, or it is no collection
   */
  static void check(SolrCollection collection, Consumer<String> remarks) {
    ModifiableSolrParams nothing = new ModifiableSolrParams().set("q", "*:*").set("rows", 0);
    GenericSolrRequest select = new GenericSolrRequest(SolrRequest.METHOD.GET, "/select", nothing);
    select.setRequiresCollection(true);
    try {
      NamedList<Object> answer = collection.client().request(select);
      if (answer.get("response") == null) {
        throw noCollection(collection, "its answer has no documents", null);
      }
      checkTagger(collection, remarks);
    } catch (SolrException e) {
      if (e.code() != ErrorCode.UNAUTHORIZED.code && e.code() != ErrorCode.FORBIDDEN.code) {
        throw noCollection(collection, "it answered " + e.code(), e);
      }
      remarks.accept(collection.name() + " asks who you are: the browser will, too");
    } catch (SolrServerException | IOException e) {
      throw collection.gone(e);
    }
  }

  private static void checkTagger(SolrCollection collection, Consumer<String> remarks) {
    try {
      collection.info();
    } catch (DocketException e) {
      remarks.accept(e.getMessage() + "; the page searches there, and cannot ask the model");
    }
  }

  private static DocketException noCollection(
      SolrCollection collection, String why, Exception cause) {
    return new DocketException(
        "no collection of a Solr is at "
            + collection.name()
            + " ("
            + why
            + "); its address is such as http://search.example:8983/solr/complaints",
        cause);
  }
}
