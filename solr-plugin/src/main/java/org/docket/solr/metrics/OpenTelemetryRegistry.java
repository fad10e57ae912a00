/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The metrics of Solr 10, where names are {@code solr_core_doccat_<name>} and the rest is in
 * attributes.
 *
 * <p>Solr's own methods are found when it runs: the Solr that Docket is built with has none of
 * them.
 */
final class OpenTelemetryRegistry implements Registry {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Object context;
  private final Attributes attributes;

  /**
   * @param context Solr 10's SolrMetricsContext
   * @param core the attributes that each metric of this core has
   */
  OpenTelemetryRegistry(Object context, Attributes core, String scope) {
    this.context = context;
    this.attributes = core.toBuilder().put("category", "UPDATE").put("handler", scope).build();
  }

  /** What Solr 10's SolrCore names itself by. */
  static Attributes attributes(Object core) {
    return (Attributes) call(core, "getCoreAttributes", MethodType.methodType(Attributes.class));
  }

  @Override
  public LongConsumer counter(String name, String description) {
    LongCounter counter =
        (LongCounter) instrument(LongCounter.class, "longCounter", name, description);
    counter.add(0, attributes); // else it is not shown before it counts
    return n -> counter.add(n, attributes);
  }

  @Override
  public LongConsumer timer(String name, String description) {
    DoubleHistogram histogram =
        (DoubleHistogram)
            instrument(
                DoubleHistogram.class, "doubleHistogram", name + "Milliseconds", description);
    return nanos -> histogram.record(nanos / NANOS_PER_MILLI, attributes);
  }

  @Override
  public LongConsumer histogram(String name, String description) {
    LongHistogram histogram =
        (LongHistogram) instrument(LongHistogram.class, "longHistogram", name, description);
    return n -> histogram.record(n, attributes);
  }

  @Override
  public void counts(String name, String description, Supplier<Map<String, Long>> counts) {
    Consumer<ObservableLongMeasurement> callback =
        measurement -> counts.get().forEach((key, count) -> measurement.record(count, with(key)));
    observe(ObservableLongCounter.class, "observableLongCounter", name, description, callback);
  }

  @Override
  public void gauges(String name, String description, Supplier<Map<String, Double>> values) {
    gauge(
        name,
        description,
        measurement -> values.get().forEach((key, value) -> measurement.record(value, with(key))));
  }

  @Override
  public void info(String name, String description, Map<String, String> info) {
    AttributesBuilder builder = attributes.toBuilder();
    info.forEach(builder::put);
    Attributes all = builder.build();
    gauge(name, description, measurement -> measurement.record(1, all));
  }

  @Override
  public void close() {
    call(context, "unregister", MethodType.methodType(void.class));
  }

  private void gauge(
      String name, String description, Consumer<ObservableDoubleMeasurement> callback) {
    observe(ObservableDoubleGauge.class, "observableDoubleGauge", name, description, callback);
  }

  private Attributes with(String item) {
    return attributes.toBuilder().put("item", item).build();
  }

  private Object instrument(Class<?> type, String method, String name, String description) {
    MethodType signature = MethodType.methodType(type, String.class, String.class);
    return call(context, method, signature, metricName(name), description);
  }

  private void observe(
      Class<?> type, String method, String name, String description, Consumer<?> callback) {
    MethodType signature = MethodType.methodType(type, String.class, String.class, Consumer.class);
    call(context, method, signature, metricName(name), description, callback);
  }

  private static String metricName(String name) {
    return "solr_core_doccat_" + name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object call(Object target, String name, MethodType type, Object... arguments) {
    try {
      MethodHandle method =
          MethodHandles.publicLookup().findVirtual(target.getClass(), name, type).bindTo(target);
      return method.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(
          target.getClass().getName() + "." + name + type + " is not as in Solr 10.0: " + e, e);
    }
  }
}
