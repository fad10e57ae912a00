/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import org.apache.solr.cloud.CloudDescriptor;
import org.apache.solr.cloud.ZkController;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Slice;
import org.apache.solr.core.CoreDescriptor;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.UpdateCommand;
import org.apache.solr.update.processor.DistributedUpdateProcessor.DistribPhase;
import org.apache.solr.update.processor.DistributingUpdateProcessorFactory;

/**
 * Where on its way through a cluster a request is. A request without the parameter {@code
 * update.distrib} has come from a client; Solr sets it on what its nodes send to each other.
 */
public final class Distribution {

  private static final int FROM_THE_LOG = UpdateCommand.REPLAY | UpdateCommand.PEER_SYNC;

  private static final String ROUTED_ALIAS = "routedAliasName";

  private final SolrQueryRequest request;
  private final String phase;

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
    if (isFromClient() && isOfRoutedAlias(core.getCoreDescriptor())) {
      return false; // the document may belong to another collection
    }
    ZkController zooKeeper = core.getCoreContainer().getZkController();
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

  private static boolean isOfRoutedAlias(CoreDescriptor core) {
    return core.getCoreProperty(ROUTED_ALIAS, null) != null;
  }
}
