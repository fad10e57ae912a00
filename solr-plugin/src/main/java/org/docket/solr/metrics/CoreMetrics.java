/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import org.apache.solr.core.CloseHook;
import org.apache.solr.core.SolrCore;
import org.docket.Categorization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one core's tagger counts, in Solr's own registry: see docs/solr-metrics.md.
 *
 * <p>Counts outlive a reload of the core; the drift does too, unless the model is another one.
 */
public final class CoreMetrics implements TaggingMetrics, CloseHook {

  private static final Logger LOG = LoggerFactory.getLogger(CoreMetrics.class);

  /** The scope of a core's first tagger. */
  public static final String SCOPE = "doccat";

  private final SharedCounts.Key key;
  private final Registry registry;
  private final SharedCounts counts;
  private final Drift drift;
  private final LongConsumer categorized;
  private final LongConsumer tagged;
  private final LongConsumer abstained;
  private final LongConsumer belowThreshold;
  private final LongConsumer notAllowed;
  private final LongConsumer kept;
  private final LongConsumer cleared;
  private final LongConsumer withoutText;
  private final LongConsumer partialUpdates;
  private final LongConsumer truncated;
  private final LongConsumer failed;
  private final LongConsumer batchSize;
  private final Stage analysis;
  private final Stage network;

  private CoreMetrics(
      SharedCounts.Key key, Registry registry, SharedCounts counts, ModelInfo model) {
    this.key = key;
    this.registry = registry;
    this.counts = counts;
    this.drift = counts.drift(model);
    categorized = registry.counter("categorized", "Texts that the model has answered");
    tagged = registry.counter("tagged", "Documents that got a category");
    abstained = registry.counter("abstained", "Documents where the model had nothing to go by");
    belowThreshold = registry.counter("belowThreshold", "Documents below doccat.threshold");
    notAllowed = registry.counter("notAllowed", "Documents whose category is not allowed");
    kept = registry.counter("kept", "Documents that kept a person's tag");
    cleared = registry.counter("cleared", "Documents whose tag went with their text");
    withoutText = registry.counter("withoutText", "Documents without text to categorize");
    partialUpdates = registry.counter("partialUpdates", "Partial updates of a source field");
    truncated = registry.counter("truncated", "Texts that were longer than the model reads");
    failed = registry.counter("failed", "Documents that could not be categorized");
    batchSize = registry.histogram("batchSize", "Texts that were categorized at once");
    analysis = Stage.of(registry, "analysis", "turn the texts of a batch into tokens");
    network = Stage.of(registry, "network", "turn the tokens of a batch into probabilities");
    registry.counts("categories", "Documents by their category", counts.categories()::snapshot);
    registry.counts("failures", "Failures by their exception", counts.failures()::snapshot);
    registry.gauges("drift", "The answers beside those of the model's validation", drift::values);
    registry.info("model", "The model that tags", labels(model));
  }

  /**
   * Registers the metrics of a core's tagger, until the core closes.
   *
   * @param scope {@link #SCOPE}, or another name where the core has several taggers
   */
  public static TaggingMetrics open(SolrCore core, String scope, ModelInfo model) {
    return open(core, scope, model, Registries::of);
  }

  static TaggingMetrics open(
      SolrCore core,
      String scope,
      ModelInfo model,
      BiFunction<SolrCore, String, Registry> registries) {
    SharedCounts.Key key = SharedCounts.Key.of(core, scope);
    SharedCounts counts = SharedCounts.acquire(key);
    try {
      CoreMetrics metrics = new CoreMetrics(key, registries.apply(core, scope), counts, model);
      core.addCloseHook(metrics);
      return metrics;
    } catch (RuntimeException | LinkageError e) {
      SharedCounts.release(key);
      LOG.warn(
          "Docket in core {}: documents are tagged and nothing is counted, for Solr's metrics are"
              + " not as in Solr 9.0 to 10.0: {}",
          core.getName(),
          e.toString());
      return NONE;
    }
  }

  @Override
  public void postClose(SolrCore core) {
    registry.close();
    SharedCounts.release(key);
  }

  @Override
  public void categorized(Categorization answer, boolean cut) {
    categorized.accept(1);
    drift.add(answer);
    if (cut) {
      truncated.accept(1);
    }
  }

  @Override
  public void tagged(String category, double probability) {
    tagged.accept(1);
    counts.categories().increment(category);
  }

  @Override
  public void abstained() {
    abstained.accept(1);
  }

  @Override
  public void belowThreshold() {
    belowThreshold.accept(1);
  }

  @Override
  public void notAllowed() {
    notAllowed.accept(1);
  }

  @Override
  public void kept() {
    kept.accept(1);
  }

  @Override
  public void cleared() {
    cleared.accept(1);
  }

  @Override
  public void withoutText() {
    withoutText.accept(1);
  }

  @Override
  public void partialUpdate() {
    partialUpdates.accept(1);
  }

  @Override
  public void failed(Throwable failure) {
    failed.accept(1);
    counts.failures().increment(failure.getClass().getName());
  }

  @Override
  public void batch(int size, long analysisNanos, long networkNanos) {
    batchSize.accept(size);
    analysis.took(analysisNanos);
    network.took(networkNanos);
  }

  private static Map<String, String> labels(ModelInfo model) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("name", model.name());
    labels.put("sha256", model.sha256());
    labels.put("kernel", model.kernel());
    return labels;
  }

  /** A part of the work: how long it takes for a batch, and in all. */
  private record Stage(LongConsumer times, LongConsumer micros) {

    static Stage of(Registry registry, String name, String does) {
      return new Stage(
          registry.timer(name, "Time to " + does),
          registry.counter(name + "Micros", "Microseconds in all to " + does));
    }

    void took(long nanos) {
      if (nanos >= 0) {
        times.accept(nanos);
        micros.accept(TimeUnit.NANOSECONDS.toMicros(nanos));
      }
    }
  }
}
