/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.Meter;
import com.codahale.metrics.Snapshot;
import com.codahale.metrics.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.solr.metrics.SolrMetricsContext;

/**
 * The metrics of Solr 9, where names are {@code UPDATE.<scope>.<name>}.
 *
 * <p>Kinds and names are chosen by what Solr's Prometheus format makes of them: of what is under
 * UPDATE it shows meters, timers and gauges of a HashMap; a name of fewer than three parts, or a
 * second timer with the same second part, breaks it for everybody. Hence a scope of its own for
 * each timer.
 */
final class DropwizardRegistry implements Registry {

  private static final String CATEGORY = "UPDATE";

  private final SolrMetricsContext context;
  private final String scope;

  DropwizardRegistry(SolrMetricsContext context, String scope) {
    this.context = context;
    this.scope = scope;
  }

  @Override
  public LongConsumer counter(String name, String description) {
    Meter meter = context.meter(name, CATEGORY, scope);
    return meter::mark;
  }

  @Override
  public LongConsumer timer(String name, String description) {
    Timer timer = context.timer("time", CATEGORY, scope + "-" + name);
    return nanos -> timer.update(nanos, TimeUnit.NANOSECONDS);
  }

  /** Also as a gauge, for the Prometheus format shows no histogram. */
  @Override
  public LongConsumer histogram(String name, String description) {
    Histogram histogram = context.histogram(name, CATEGORY, scope);
    gauge(name + "Summary", () -> summary(histogram));
    return histogram::update;
  }

  @Override
  public void counts(String name, String description, Supplier<Map<String, Long>> counts) {
    gauge(name, () -> new HashMap<>(counts.get()));
  }

  @Override
  public void gauges(String name, String description, Supplier<Map<String, Double>> values) {
    gauge(name, () -> new HashMap<>(values.get()));
  }

  /** The Prometheus format shows numbers only: a 1 beside all values as one label. */
  @Override
  public void info(String name, String description, Map<String, String> info) {
    HashMap<String, Object> values = new HashMap<>(info);
    values.put(String.join(" ", info.values()), 1);
    gauge(name, () -> values);
  }

  @Override
  public void close() {
    context.unregister();
  }

  private static HashMap<String, Object> summary(Histogram histogram) {
    Snapshot snapshot = histogram.getSnapshot();
    HashMap<String, Object> summary = new HashMap<>();
    summary.put("mean", snapshot.getMean());
    summary.put("p50", snapshot.getMedian());
    summary.put("p95", snapshot.get95thPercentile());
    summary.put("max", snapshot.getMax());
    return summary;
  }

  /** In place of the one of the core before a reload, which is still open. */
  private void gauge(String name, Gauge<HashMap<String, ?>> gauge) {
    context.gauge(gauge, true, name, CATEGORY, scope);
  }
}
