/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.common.util.NamedList;
import org.docket.error.DocketException;

/**
 * The replicas that a configset's model serves in.
 *
 * @param collection the name of the collection, an alias followed
 * @param sharing other collections of the same configset, which get the same model
 * @param active the cores of replicas that can be asked
 * @param down those that cannot, with their nodes, for messages
 */
record Replicas(String collection, List<String> sharing, List<String> active, List<String> down) {

  /**
   * Those of a collection, and of all that share its configset.
   *
   * @throws DocketException if there is no such collection
   */
  static Replicas of(SolrNode node, String name) {
    NamedList<Object> answer = node.admin("/admin/collections", Map.of("action", "CLUSTERSTATUS"));
    Map<String, Object> collections = Tree.map(Tree.at(answer, "cluster", "collections"));
    String collection = resolved(name, collections, answer);
    String configset = configset(collections.get(collection));
    List<String> live = Tree.texts(Tree.at(answer, "cluster", "live_nodes"));
    List<String> sharing = new ArrayList<>();
    List<String> active = new ArrayList<>();
    List<String> down = new ArrayList<>();
    collections.forEach(
        (other, state) -> {
          if (configset(state).equals(configset)) {
            sharing.add(other);
            sort(state, live, active, down);
          }
        });
    sharing.remove(collection);
    return new Replicas(collection, sharing, active, down);
  }

  private static String resolved(
      String name, Map<String, Object> collections, NamedList<Object> answer) {
    if (collections.containsKey(name)) {
      return name;
    }
    String target = Tree.text(answer, "cluster", "aliases", name);
    if (collections.containsKey(target)) {
      return target;
    }
    throw new DocketException(
        target.isEmpty()
            ? "there is no collection " + name
            : name + " is an alias of several collections: " + target + "; name one of them");
  }

  private static String configset(Object collection) {
    return Objects.toString(Tree.at(collection, "configName"), "");
  }

  private static void sort(
      Object collection, List<String> live, List<String> active, List<String> down) {
    for (Object shard : Tree.map(Tree.at(collection, "shards")).values()) {
      for (Object replica : Tree.map(Tree.at(shard, "replicas")).values()) {
        String core = Tree.text(replica, "core");
        String node = Tree.text(replica, "node_name");
        boolean isActive =
            live.contains(node) && Tree.text(replica, "state").equalsIgnoreCase("active");
        (isActive ? active : down).add(isActive ? core : core + " on " + node);
      }
    }
  }
}
