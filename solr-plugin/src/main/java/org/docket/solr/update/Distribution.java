/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.solr.cloud.CloudDescriptor;
import org.apache.solr.cloud.ZkController;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.cloud.Aliases;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Slice;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.UpdateCommand;
import org.apache.solr.update.processor.DistributedUpdateProcessor.DistribPhase;
import org.apache.solr.update.processor.DistributedUpdateProcessorFactory;
import org.apache.solr.update.processor.DistributingUpdateProcessorFactory;

/**
 * Where on its way through a cluster a request is. A request without the parameter {@code
 * update.distrib} has come from a client; Solr sets it on what its nodes send to each other.
 */
public final class Distribution {

  private static final int FROM_THE_LOG = UpdateCommand.REPLAY | UpdateCommand.PEER_SYNC;

  /** Set on what a node forwards when it has left the document to the leader. */
  private static final String UNDECIDED = "_doccat_undecided_";

  private final SolrQueryRequest request;
  private final String phase;
  private final Set<SolrInputDocument> left = Collections.newSetFromMap(new IdentityHashMap<>());

  /** For one request. */
  public Distribution(SolrQueryRequest request) {
    this.request = request;
    this.phase = request.getParams().get(DistributingUpdateProcessorFactory.DISTRIB_UPDATE_PARAM);
  }

  /** Whether a leader has sent it: then all is decided. */
  public boolean isFromLeader() {
    return DistribPhase.FROMLEADER.name().equals(phase);
  }

  /** Whether a client has sent it: then its documents have been through no other node. */
  boolean isFromClient() {
    return phase == null;
  }

  /**
   * Whether the node that forwarded the request may have left its documents to this one. A routed
   * alias forwards with the parameters that a request had when it came, and so cannot tell.
   */
  boolean mayHaveBeenLeft() {
    return DistribPhase.NONE.name().equals(phase) || request.getParams().getBool(UNDECIDED, false);
  }

  /** Leaves it to the leader to decide on the document of a command, when that is sent. */
  void leave(AddUpdateCommand command) {
    left.add(command.getSolrInputDocument());
  }

  /**
   * Sends a command on. What goes to the leader takes along the request's parameters as they are
   * then; a field of the document would meet other processors on its way.
   */
  void send(AddUpdateCommand command, PartialUpdates.Next next) throws IOException {
    if (!left.remove(command.getSolrInputDocument())) {
      next.processAdd(command);
      return;
    }
    SolrParams params = request.getParams();
    DistributedUpdateProcessorFactory.addParamToDistributedRequestWhitelist(request, UNDECIDED);
    request.setParams(new ModifiableSolrParams(params).set(UNDECIDED, true));
    try {
      next.processAdd(command);
    } finally {
      request.setParams(params);
    }
  }

  /** Whether it comes out of an update log, in which documents are tagged already. */
  static boolean isFromLog(AddUpdateCommand command) {
    return (command.getFlags() & FROM_THE_LOG) != 0;
  }

  /** Whether what this node has stored of the document is what counts: so without a cluster. */
  boolean leads(AddUpdateCommand command) {
    SolrCore core = request.getCore();
    CloudDescriptor cloud = core.getCoreDescriptor().getCloudDescriptor();
    if (cloud == null || DistribPhase.TOLEADER.name().equals(phase)) {
      return true;
    }
    ZkController zooKeeper = core.getCoreContainer().getZkController();
    if (!StoredDocuments.hasId(core, command)) {
      return isFromClient(); // what gives it one stands behind us, and nothing is stored
    }
    if (isFromClient()
        && isOfRoutedAlias(zooKeeper, cloud.getCollectionName())
        && StoredDocuments.version(core, command) < 0) {
      return false; // the document may belong to another collection, whose leader then decides
    }
    DocCollection collection = zooKeeper.getClusterState().getCollection(cloud.getCollectionName());
    Slice slice =
        collection
            .getRouter()
            .getTargetSlice(
                command.getIndexedIdStr(),
                command.getSolrInputDocument(),
                null,
                request.getParams(),
                collection);
    return cloud.isLeader() && (slice == null || slice.getName().equals(cloud.getShardId()));
  }

  private static boolean isOfRoutedAlias(ZkController zooKeeper, String collection) {
    Aliases aliases = zooKeeper.getZkStateReader().getAliases();
    return aliases.getCollectionAliasListMap().entrySet().stream()
        .anyMatch(
            alias ->
                alias.getValue().contains(collection) && aliases.isRoutedAlias(alias.getKey()));
  }
}
