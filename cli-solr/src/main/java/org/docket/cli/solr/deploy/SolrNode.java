/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/** A node of Solr, or in SolrCloud one of them: what is asked for what no core knows. */
final class SolrNode implements AutoCloseable {

  private final SolrCollection collection;
  private final SolrCollection root;
  private final NamedList<Object> system;

  private SolrNode(SolrCollection collection, SolrCollection root, NamedList<Object> system) {
    this.collection = collection;
    this.root = root;
    this.system = system;
  }

  /**
   * The node that a collection is asked through.
   *
   * @throws DocketException if it does not answer, or does not let us ask
   */
  static SolrNode of(SolrCollection collection) {
    SolrCollection root = collection.at(collection.root());
    try {
      GenericSolrRequest request = new GenericSolrRequest(METHOD.GET, "/admin/info/system");
      return new SolrNode(collection, root, root.ask(request));
    } catch (RuntimeException e) {
      root.close();
      throw e;
    }
  }

  boolean isCloud() {
    return Tree.text(system, "mode").equals("solrcloud");
  }

  /** The Solr home as the node names it. */
  String home() {
    return Tree.text(system, "solr_home");
  }

  /** 9 if it does not say. */
  int major() {
    String version = Tree.text(system, "lucene", "solr-spec-version");
    return version.matches("\\d\\d\\..*") ? Integer.parseInt(version.substring(0, 2)) : 9;
  }

  URI address() {
    return collection.root();
  }

  NamedList<Object> admin(String path, Map<String, String> params) {
    ModifiableSolrParams all = new ModifiableSolrParams();
    params.forEach(all::set);
    return root.ask(new GenericSolrRequest(METHOD.GET, path, all));
  }

  /** The node's folder of an older or newer interface, such as {@code /api}. */
  SolrCollection beside(String path) {
    return collection.at(collection.root().resolve(path));
  }

  /** A core of any node: where it is elsewhere, this one passes requests on. */
  Served core(String name) {
    return new Served(name, collection.at(URI.create(collection.root() + "/" + name)));
  }

  /** The folder of a core on its node. */
  Optional<String> instanceFolder(String core) {
    Object status = Tree.at(cores(), core);
    return Optional.of(Tree.text(status, "instanceDir")).filter(folder -> !folder.isEmpty());
  }

  /** All cores of the node by their names. */
  Map<String, Object> cores() {
    return Tree.map(
        Tree.at(admin("/admin/cores", Map.of("action", "STATUS", "indexInfo", "false")), "status"));
  }

  @Override
  public void close() {
    root.close();
  }
}
