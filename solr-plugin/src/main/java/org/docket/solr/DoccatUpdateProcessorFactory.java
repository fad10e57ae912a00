/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr;

import java.util.Locale;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.update.processor.DistributedUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.apache.solr.util.plugin.SolrCoreAware;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.config.FactoryArguments;
import org.docket.solr.metrics.CoreMetrics;
import org.docket.solr.metrics.ModelInfo;
import org.docket.solr.metrics.TaggingMetrics;
import org.docket.solr.model.ModelLocator;
import org.docket.solr.model.ServingModels;
import org.docket.solr.model.SharedModels;
import org.docket.solr.start.ReloadedCore;
import org.docket.solr.start.SchemaCheck;
import org.docket.solr.start.SchemaWatch;
import org.docket.solr.start.StartCheck;
import org.docket.solr.tagger.Tagger;
import org.docket.solr.tagger.Taggers;
import org.docket.solr.update.Batching;
import org.docket.solr.update.Distribution;
import org.docket.solr.update.DoccatUpdateProcessor;
import org.docket.solr.update.Tagging;

/**
 * Makes the update processors that tag documents with a category.
 *
 * <pre>{@code
 * <updateRequestProcessorChain name="doccat" default="true">
 *   <processor class="org.docket.solr.DoccatUpdateProcessorFactory">
 *     <str name="doccat.model">models/complaints-en.bin</str>
 *     <str name="doccat.fl">narrative</str>
 *     <str name="doccat.categoryField">predicted_category</str>
 *     <str name="doccat.scoreField">predicted_score</str>
 *   </processor>
 *   <processor class="solr.LogUpdateProcessorFactory"/>
 *   <processor class="solr.RunUpdateProcessorFactory"/>
 * </updateRequestProcessorChain>
 * }</pre>
 *
 * <p>Parameters are named in {@link DoccatParams}. As with Solr's language identifier they stand at
 * the factory or under {@code defaults}, {@code appends} or {@code invariants}, and a request may
 * override those that are not the factory's own ({@code doccat.model}, {@code doccat.fl}, {@code
 * doccat.categoryField}). Unknown ones are refused.
 *
 * <p>The model is loaded when the core starts and shared by all cores of the node that use the same
 * file; a core does not start without it. Reload the core to pick up a changed file; if that cannot
 * be used, the model of before goes on serving, and the log has an error. What would tag nothing,
 * or nonsense, lets a core not start, or is told in the log: see {@link StartCheck}. Safe for use
 * by many threads.
 */
public final class DoccatUpdateProcessorFactory extends UpdateRequestProcessorFactory
    implements SolrCoreAware, UpdateRequestProcessorFactory.RunAlways, Tagger {

  private final Batching batching = new Batching(this);
  private FactoryArguments arguments;
  private DoccatConfig config;
  private SchemaWatch schemas;
  private volatile Tagging tagging;
  private volatile ModelInfo model;

  /**
   * Reads the parameters.
   *
   * @throws SolrException if one is missing, wrong or unknown; the core then fails to start
   */
  @Override
  public void init(NamedList<?> args) {
    try {
      arguments = FactoryArguments.of(args);
      config = DoccatConfig.of(arguments.effective());
      schemas = new SchemaWatch(config);
    } catch (DocketException e) {
      throw failure(ErrorCode.SERVER_ERROR, e);
    }
  }

  /**
   * Loads the model, and has chains and fields checked as soon as all of the core is there.
   *
   * <p>When the core reloads and the model cannot be used, the one of before goes on serving. Other
   * faults let the reload fail, and the core of before goes on as it was.
   *
   * @throws SolrException if the model cannot be used, or a field is not in the schema or does not
   *     fit; the core then fails to start
   */
  @Override
  public void inform(SolrCore core) {
    SharedModels.Lease lease = take(core);
    model = ModelInfo.of(lease.name(), lease.hash(), lease.categorizer());
    StartCheck.schedule(core, this, arguments, model, schemas, () -> serve(core, lease));
  }

  private SharedModels.Lease take(SolrCore core) {
    try {
      SharedModels.Lease lease = ServingModels.NODE.take(core, user(), () -> acquire(core));
      config.labels().check(lease.categorizer().categories());
      return lease;
    } catch (DocketException e) {
      ReloadedCore.giveBackUpdateLog(core);
      throw failure(ErrorCode.SERVER_ERROR, e);
    } catch (RuntimeException e) { // a fault of ours must not harm the core that serves
      ReloadedCore.giveBackUpdateLog(core);
      throw e;
    }
  }

  /** Not before all is well: a core that refuses to start must not take the metrics with it. */
  private void serve(SolrCore core, SharedModels.Lease lease) {
    TaggingMetrics metrics = CoreMetrics.open(core, Taggers.metricsScope(core, config), model);
    tagging = Tagging.of(config, lease.categorizer(), model.label(), metrics);
    DoccatRequestHandler.register(core);
  }

  /**
   * Makes the processor for a request.
   *
   * @return the next one itself, where nothing is to be tagged
   * @throws SolrException (a bad request) if the request sets a parameter wrongly
   */
  @Override
  public UpdateRequestProcessor getInstance(
      SolrQueryRequest request, SolrQueryResponse response, UpdateRequestProcessor next) {
    schemas.look(request.getSchema());
    if (new Distribution(request).isFromLeader()) {
      return next; // all is decided
    }
    // What a request asks for must reach the node that decides on the stored document.
    DistributedUpdateProcessorFactory.addParamToDistributedRequestWhitelist(
        request, DoccatParams.overridable());
    Tagging effective = tagging(request);
    if (!effective.config().enabled()) {
      return next;
    }
    Batching.Decision decision = batching.decide(effective.config().batchSize(), request);
    return new DoccatUpdateProcessor(
        effective, request, decision.size(), decision.afterDistribution(), next);
  }

  private ServingModels.User user() {
    return new ServingModels.User(config.model(), config.fields().category());
  }

  /** A model that the parameters do not fit is of no use either. */
  private SharedModels.Lease acquire(SolrCore core) {
    try {
      SharedModels.Lease lease =
          SharedModels.NODE.acquire(new ModelLocator(core).find(config.model()));
      return lease.ifGood(model -> config.labels().check(model.categories()));
    } catch (DocketException e) {
      throw new DocketException(
          String.format(
              Locale.ROOT, "%s is '%s': %s", DoccatParams.MODEL, config.model(), e.getMessage()),
          e);
    }
  }

  @Override
  public DoccatConfig config() {
    return config;
  }

  @Override
  public ModelInfo model() {
    return model;
  }

  @Override
  public Tagging tagging(SolrQueryRequest request) {
    try {
      SolrParams overrides = FactoryArguments.overrides(request.getParams());
      if (!overrides.getParameterNamesIterator().hasNext()) {
        return tagging;
      }
      DoccatConfig asked = DoccatConfig.of(arguments.effective(overrides));
      SchemaCheck.checkTags(asked, request.getSchema());
      asked.labels().check(tagging.categorizer().categories());
      return tagging.with(asked);
    } catch (DocketException e) {
      throw failure(ErrorCode.BAD_REQUEST, e);
    }
  }

  private static SolrException failure(ErrorCode code, DocketException e) {
    return new SolrException(code, "Docket: " + e.getMessage(), e);
  }
}
