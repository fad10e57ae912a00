/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.response.SolrQueryResponse;
import org.apache.solr.update.processor.AddSchemaFieldsUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessor;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.apache.solr.util.plugin.SolrCoreAware;
import org.docket.error.DocketException;
import org.docket.solr.config.DoccatConfig;
import org.docket.solr.config.DoccatParams;
import org.docket.solr.model.SharedModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The look at a core before it serves: what would tag nothing, or nonsense, is refused or told in
 * one line each, and one line says what is tagged, with what, and where.
 *
 * <p>Solr lets a component wait until all chains and handlers of a core are there only if it is of
 * one of a few kinds, of which an update processor's factory is one; no chain has this one.
 */
public final class StartCheck extends UpdateRequestProcessorFactory implements SolrCoreAware {

  private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

  private final UpdateRequestProcessorFactory factory;
  private final DoccatConfig config;
  private final SharedModels.Lease model;
  private final SchemaWatch schemas;

  private StartCheck(
      UpdateRequestProcessorFactory factory,
      DoccatConfig config,
      SharedModels.Lease model,
      SchemaWatch schemas) {
    this.factory = factory;
    this.config = config;
    this.model = model;
    this.schemas = schemas;
  }

  /**
   * Looks at a core as soon as all of it is there: at once, or when Solr has informed those that it
   * is informing now.
   *
   * @throws SolrException if the core cannot work as it is configured; thrown to Solr, if later
   */
  public static void schedule(
      SolrCore core,
      UpdateRequestProcessorFactory factory,
      DoccatConfig config,
      SharedModels.Lease model,
      SchemaWatch schemas) {
    StartCheck check = new StartCheck(factory, config, model, schemas);
    if (!core.getResourceLoader().addToCoreAware(check)) {
      check.inform(core);
    }
  }

  @Override
  public void inform(SolrCore core) {
    try {
      check(core);
    } catch (DocketException e) {
      ReloadedCore.giveBackUpdateLog(core);
      throw new SolrException(ErrorCode.SERVER_ERROR, "Docket: " + e.getMessage(), e);
    }
  }

  @Override
  public UpdateRequestProcessor getInstance(
      SolrQueryRequest request, SolrQueryResponse response, UpdateRequestProcessor next) {
    return next;
  }

  private void check(SolrCore core) {
    ChainCheck chains =
        new ChainCheck(factory, CoreChains.nameOf(factory, core), CoreChains.of(core));
    boolean cloud = core.getCoreContainer().isZooKeeperAware();
    List<String> warnings = new ArrayList<>(chains.check(cloud));
    schemas.start(core.getName(), core.getLatestSchema(), grows(chains));
    requireCategories(core);
    warnings.addAll(advice(core));
    warnings.forEach(warning -> LOG.warn("Docket in core {}: {}", core.getName(), warning));
    LOG.info("{}", new StartReport(core, config, model).line(chains));
  }

  private static boolean grows(ChainCheck chains) {
    return chains.places().stream()
        .flatMap(chain -> chain.processors().stream())
        .anyMatch(AddSchemaFieldsUpdateProcessorFactory.class::isInstance);
  }

  private void requireCategories(SolrCore core) {
    if (config.enforceSchema()) {
      TagAdvice tags = new TagAdvice(core.getLatestSchema());
      TagField.of(config).stream()
          .filter(tag -> tag.kind() == TagField.Kind.CATEGORY)
          .forEach(tag -> tags.requireValues(tag, model.categorizer().categories()));
    }
  }

  /** What is no fault by itself, and yet a surprise later. */
  private List<String> advice(SolrCore core) {
    List<String> advice = new ArrayList<>();
    if (core.getUpdateHandler().getUpdateLog() == null) {
      advice.add(
          "there is no <updateLog/>: Solr refuses partial updates, and none can be tagged; add it"
              + " to <updateHandler>");
    }
    if (config.scoreField().isEmpty()) {
      advice.add(
          "a tag that comes back with its document cannot be told from a person's, and is kept"
              + " whatever the text has become; set "
              + DoccatParams.SCORE_FIELD);
    }
    return advice;
  }
}
