/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.cloud;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.update.AddUpdateCommand;
import org.apache.solr.update.processor.DistributedUpdateProcessor.DistribPhase;
import org.apache.solr.update.processor.DistributingUpdateProcessorFactory;
import org.apache.solr.update.processor.FieldMutatingUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;

/**
 * Tells {@link Decisions} of each document that passes, in every phase of its distribution; {@code
 * place} is {@code before} or {@code after} Docket's processor. It counts as one of those that only
 * change fields, so that documents still wait for one another behind it.
 */
public final class RecorderFactory extends FieldMutatingUpdateProcessorFactory
    implements UpdateRequestProcessorFactory.RunAlways {

  private boolean before;

  @Override
  public void init(NamedList<?> args) {
    before = "before".equals(args.get("place"));
  }

  @Override
  public void inform(SolrCore core) {
    // Selects no fields.
  }

  @Override
  public UpdateRequestProcessor getInstance(
      SolrQueryRequest request, SolrQueryResponse response, UpdateRequestProcessor next) {
    String node = request.getCore().getCoreContainer().getZkController().getNodeName();
    String phase =
        DistribPhase.parseParam(
                request.getParams().get(DistributingUpdateProcessorFactory.DISTRIB_UPDATE_PARAM))
            .name();
    Consumer<AddUpdateCommand> tell =
        before
            ? add -> Decisions.before(add, node, phase)
            : add -> Decisions.after(add, node, phase);
    return new Recorder(tell, next);
  }

  private static final class Recorder extends UpdateRequestProcessor {

    private final Consumer<AddUpdateCommand> tell;

    Recorder(Consumer<AddUpdateCommand> tell, UpdateRequestProcessor next) {
      super(next);
      this.tell = tell;
    }

    @Override
    public void processAdd(AddUpdateCommand command) throws IOException {
      tell.accept(command);
      super.processAdd(command);
    }
  }
}
