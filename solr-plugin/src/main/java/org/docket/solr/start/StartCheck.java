/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
import org.docket.solr.config.FactoryArguments;
import org.docket.solr.config.TagFields;
import org.docket.solr.metrics.ModelInfo;
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
  private final FactoryArguments arguments;
  private final DoccatConfig config;
  private final ModelInfo model;
  private final SchemaWatch schemas;
  private final Runnable serve;

  private StartCheck(
      UpdateRequestProcessorFactory factory,
      FactoryArguments arguments,
      ModelInfo model,
      SchemaWatch schemas,
      Runnable serve) {
    this.factory = factory;
    this.arguments = arguments;
    this.config = DoccatConfig.of(arguments.effective());
    this.model = model;
    this.schemas = schemas;
    this.serve = serve;
  }

  /**
   * Looks at a core as soon as all of it is there: at once, or when Solr has informed those that it
   * is informing now.
   *
   * @param arguments the factory's, which make sense
   * @param serve what is to be done when all is well
   * @throws SolrException if the core cannot work as it is configured; thrown to Solr, if later
   */
  public static void schedule(
      SolrCore core,
      UpdateRequestProcessorFactory factory,
      FactoryArguments arguments,
      ModelInfo model,
      SchemaWatch schemas,
      Runnable serve) {
    StartCheck check = new StartCheck(factory, arguments, model, schemas, serve);
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
    } catch (RuntimeException e) { // a fault of ours must not harm the core that serves
      ReloadedCore.giveBackUpdateLog(core);
      throw e;
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
    requireValues(core);
    warnings.addAll(
        new HandlerCheck(arguments, model, core.getLatestSchema()).advice(chains.paths()));
    warnings.addAll(advice(core));
    serve.run();
    warnings.forEach(warning -> LOG.warn("Docket in core {}: {}", core.getName(), warning));
    LOG.info("{}", new StartReport(core, config, model).line(chains));
  }

  private static boolean grows(ChainCheck chains) {
    return chains.places().stream()
        .flatMap(chain -> chain.processors().stream())
        .anyMatch(AddSchemaFieldsUpdateProcessorFactory.class::isInstance);
  }

  /** What a field with a closed list must have in it. */
  private void requireValues(SolrCore core) {
    if (config.enforceSchema()) {
      TagAdvice tags = new TagAdvice(core.getLatestSchema(), config.fallback().isPresent());
      for (TagField tag : TagField.of(config)) {
        if (tag.kind() == TagField.Kind.CATEGORY) {
          tags.requireValues(tag, categories());
        }
      }
    }
  }

  /** What the model's categories are called in the index, and what stands in for them. */
  private List<String> categories() {
    return Stream.concat(
            model.categories().stream().map(config.labels()::name).filter(config.labels()::allows),
            config.fallback().stream())
        .distinct()
        .toList();
  }

  /** What is no fault by itself, and yet a surprise later. */
  private List<String> advice(SolrCore core) {
    List<String> advice = new ArrayList<>();
    if (core.getUpdateHandler().getUpdateLog() == null) {
      advice.add(
          "there is no <updateLog/>: Solr refuses partial updates, and none can be tagged; add it"
              + " to <updateHandler>");
    }
    TagFields fields = config.fields();
    if (fields.source().isEmpty() && fields.model().isEmpty() && fields.score().isEmpty()) {
      advice.add(
          String.format(
              Locale.ROOT,
              "a tag of the model that comes back with its document cannot be told from a person's,"
                  + " and stays whatever the text has become; set %s or %s",
              DoccatParams.SOURCE_FIELD,
              DoccatParams.MODEL_FIELD));
    }
    if (core.getCoreContainer().isZooKeeperAware()
        && fields.score().isPresent()
        && fields.source().isEmpty()
        && fields.model().isEmpty()) {
      advice.add(
          String.format(
              Locale.ROOT,
              "nodes cannot tell a tag that another of them has just given from one that came with"
                  + " its document, where that has children or goes through a routed alias; set %s",
              DoccatParams.SOURCE_FIELD));
    }
    if (config.fallback().isPresent() && fields.source().isEmpty() && fields.model().isEmpty()) {
      advice.add(
          String.format(
              Locale.ROOT,
              "the category '%s' of %s cannot be told from a person's, and is taken for the model's"
                  + " wherever it comes from; set %s",
              config.fallback().get(),
              DoccatParams.FALLBACK,
              DoccatParams.SOURCE_FIELD));
    }
    if (config.threshold() > 0 && fields.review().isEmpty()) {
      advice.add(
          String.format(
              Locale.ROOT,
              "%s is set without %s: nothing finds the documents that stay below it; set that too",
              DoccatParams.THRESHOLD,
              DoccatParams.REVIEW_FIELD));
    }
    return advice;
  }
}
