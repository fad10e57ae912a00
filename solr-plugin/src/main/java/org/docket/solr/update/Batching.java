/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.update;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.solr.common.params.CommonParams;
import org.apache.solr.handler.UpdateRequestHandler;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrRequestHandler;
import org.apache.solr.update.processor.AbstractDefaultValueUpdateProcessorFactory;
import org.apache.solr.update.processor.AddSchemaFieldsUpdateProcessorFactory;
import org.apache.solr.update.processor.AtomicUpdateProcessorFactory;
import org.apache.solr.update.processor.CloneFieldUpdateProcessorFactory;
import org.apache.solr.update.processor.DistributingUpdateProcessorFactory;
import org.apache.solr.update.processor.FieldMutatingUpdateProcessorFactory;
import org.apache.solr.update.processor.FieldNameMutatingUpdateProcessorFactory;
import org.apache.solr.update.processor.UUIDUpdateProcessorFactory;
import org.apache.solr.update.processor.UpdateRequestProcessorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether the documents of a request may wait for one another.
 *
 * <p>Nobody must be able to tell. So documents wait only
 *
 * <ul>
 *   <li>in requests to Solr's own update handler, which gives up at the first error; other handlers
 *       may carry on with the next document and would lose those that waited;
 *   <li>behind processors that are known not to care what becomes of a document once they have
 *       passed it on: one that tolerates errors, tries again or looks into the index would take
 *       what happens to one document for what happens to another;
 *   <li>before the documents are distributed: what comes after that happens under a lock of the
 *       document's version, and when the update log is replayed;
 *   <li>when the request's parameters hold for all of its documents.
 * </ul>
 *
 * <p>Otherwise they are categorized one at a time, and the log says so once for each reason. Safe
 * for use by many threads.
 */
public final class Batching {

  private static final Logger LOG = LoggerFactory.getLogger(Batching.class);

  /** Java-binary requests in many parts, each with parameters of its own. */
  private static final String MULTISTREAM = "multistream";

  /** Where a request names processors, which Solr puts before the distribution of documents. */
  private static final String PROCESSOR = "processor";

  /** These only change the fields of the document that they pass on. */
  private static final List<Class<?>> HARMLESS =
      List.of(
          FieldMutatingUpdateProcessorFactory.class,
          AbstractDefaultValueUpdateProcessorFactory.class,
          AddSchemaFieldsUpdateProcessorFactory.class,
          CloneFieldUpdateProcessorFactory.class,
          FieldNameMutatingUpdateProcessorFactory.class,
          UUIDUpdateProcessorFactory.class);

  /** As does this one, which not every Solr has. */
  private static final String LIMITS_FIELDS =
      "org.apache.solr.update.processor.NumFieldLimitingUpdateRequestProcessorFactory";

  private final UpdateRequestProcessorFactory ours;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** For the chains that this factory stands in. */
  public Batching(UpdateRequestProcessorFactory ours) {
    this.ours = ours;
  }

  /**
   * What holds for a request.
   *
   * @param size how many of its documents are categorized at once
   * @param afterDistribution whether its chain has this factory after the one that merges partial
   *     updates
   */
  public record Decision(int size, boolean afterDistribution) {}

  /**
   * Decides on a request. Solr may put its chain together for each who asks: this asks once.
   *
   * @param wanted the configured number of documents that are categorized at once
   */
  public Decision decide(int wanted, SolrQueryRequest request) {
    List<UpdateRequestProcessorFactory> chain = chain(request);
    warnOfAtomic(request, chain);
    return new Decision(size(wanted, request, chain), isAfterDistribution(chain));
  }

  private int size(
      int wanted, SolrQueryRequest request, List<UpdateRequestProcessorFactory> chain) {
    if (wanted == 1) {
      return 1;
    }
    Optional<String> reason = objection(request, chain);
    reason.filter(told::add).ifPresent(Batching::tell);
    return reason.isPresent() ? 1 : wanted;
  }

  /** What a request puts into its chain; what solrconfig.xml puts there is told at start. */
  private void warnOfAtomic(SolrQueryRequest request, List<UpdateRequestProcessorFactory> chain) {
    String processor = request.getOriginalParams().get(PROCESSOR);
    int place = chain.indexOf(ours);
    if (processor == null || place < 0) {
      return;
    }
    boolean behind =
        chain.stream().skip(place).anyMatch(AtomicUpdateProcessorFactory.class::isInstance);
    if (behind && told.add(AtomicUpdateProcessorFactory.NAME)) {
      LOG.warn(
          "Docket in core {}: a request says {}={}, which puts solr.AtomicUpdateProcessorFactory"
              + " after this processor: it makes partial updates of documents that were tagged as"
              + " whole ones, so that a person's tag in the index is overwritten; give the chain"
              + " <processor class=\"solr.AtomicUpdateProcessorFactory\"/> before this processor,"
              + " and send the request without {}",
          request.getCore().getName(),
          PROCESSOR,
          processor,
          PROCESSOR);
    }
  }

  private boolean isAfterDistribution(List<UpdateRequestProcessorFactory> chain) {
    int place = chain.indexOf(ours);
    return place >= 0
        && chain.stream()
            .skip(place)
            .noneMatch(factory -> factory instanceof DistributingUpdateProcessorFactory);
  }

  private static List<UpdateRequestProcessorFactory> chain(SolrQueryRequest request) {
    return request.getCore().getUpdateProcessorChain(request.getParams()).getProcessors();
  }

  private Optional<String> objection(
      SolrQueryRequest request, List<UpdateRequestProcessorFactory> chain) {
    if (!isUpdateHandler(request)) {
      return Optional.of("a request did not come through Solr's own update handler");
    }
    if (request.getParams().getBool(MULTISTREAM, false)) {
      return Optional.of("a request has the parameter " + MULTISTREAM);
    }
    return objection(chain);
  }

  private Optional<String> objection(List<UpdateRequestProcessorFactory> chain) {
    int place = chain.indexOf(ours);
    if (place < 0) {
      return Optional.of("a request came through a chain that cannot be looked into");
    }
    if (isAfterDistribution(chain)) {
      return Optional.of("a chain has it after the documents are distributed");
    }
    return chain.stream()
        .limit(place)
        .filter(factory -> !isHarmless(factory))
        .findFirst()
        .map(factory -> "a chain has " + factory.getClass().getName() + " before it");
  }

  private static boolean isUpdateHandler(SolrQueryRequest request) {
    if (!(request.getContext().get(CommonParams.PATH) instanceof String path)) {
      return false;
    }
    SolrRequestHandler handler = request.getCore().getRequestHandler(path);
    return handler != null && handler.getClass() == UpdateRequestHandler.class;
  }

  private static boolean isHarmless(UpdateRequestProcessorFactory factory) {
    Class<?> type = factory.getClass();
    return type.getName().equals(LIMITS_FIELDS)
        || HARMLESS.stream().anyMatch(harmless -> harmless.isAssignableFrom(type));
  }

  private static void tell(String reason) {
    LOG.info("Documents are categorized one at a time where {}", reason);
  }
}
