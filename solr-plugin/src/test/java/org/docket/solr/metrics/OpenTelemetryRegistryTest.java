/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleGauge;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.solr.metrics.SolrMetricsContext;
import org.junit.jupiter.api.Test;

/** With OpenTelemetry itself, behind a stand-in with the methods that Solr 10.0 has. */
class OpenTelemetryRegistryTest {

  private static final Attributes CORE =
      Attributes.of(AttributeKey.stringKey("core"), "complaints");
  private static final Attributes OURS =
      CORE.toBuilder().put("category", "UPDATE").put("handler", "doccat").build();

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final Context context =
      new Context(
          SdkMeterProvider.builder().registerMetricReader(reader).build().get("org.apache.solr"));
  private final Registry registry = new OpenTelemetryRegistry(context, CORE, "doccat");

  @Test
  void countsWithTheAttributesOfTheCore() {
    registry.counter("belowThreshold", "Documents").accept(2);
    registry.counter("belowThreshold", "Documents").accept(1);

    MetricData metric = metric("solr_core_doccat_below_threshold");
    assertThat(metric.getLongSumData().isMonotonic()).isTrue();
    assertThat(metric.getLongSumData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getValue()).isEqualTo(3))
        .satisfies(point -> assertThat(point.getAttributes()).isEqualTo(OURS));
  }

  @Test
  void showsWhatHasNotCountedYet() {
    registry.counter("failed", "Failures");

    assertThat(metric("solr_core_doccat_failed").getLongSumData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getValue()).isZero());
  }

  @Test
  void timesInMilliseconds() {
    registry.timer("analysis", "Time").accept(2_500_000);

    assertThat(metric("solr_core_doccat_analysis_milliseconds").getHistogramData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getSum()).isEqualTo(2.5));
  }

  @Test
  void keepsDistributions() {
    registry.histogram("batchSize", "Texts").accept(64);

    assertThat(metric("solr_core_doccat_batch_size").getHistogramData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getSum()).isEqualTo(64));
  }

  @Test
  void asksForCountsByName() {
    registry.counts("categories", "Documents", () -> Map.of("a. b", 3L));

    assertThat(metric("solr_core_doccat_categories").getLongSumData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getValue()).isEqualTo(3))
        .satisfies(
            point ->
                assertThat(point.getAttributes())
                    .isEqualTo(OURS.toBuilder().put("item", "a. b").build()));
  }

  @Test
  void asksForGauges() {
    registry.gauges("drift", "Drift", () -> Map.of("recentPsi", 0.3));
    registry.info("model", "Model", Map.of("name", "tiny.bin"));

    assertThat(metric("solr_core_doccat_drift").getDoubleGaugeData().getPoints())
        .singleElement()
        .satisfies(point -> assertThat(point.getValue()).isEqualTo(0.3));
    assertThat(metric("solr_core_doccat_model").getDoubleGaugeData().getPoints())
        .singleElement()
        .satisfies(
            point ->
                assertThat(point.getAttributes().get(AttributeKey.stringKey("name")))
                    .isEqualTo("tiny.bin"));
  }

  @Test
  void letsGoOfWhatItAsks() {
    registry.gauges("drift", "Drift", () -> Map.of("recentPsi", 0.3));
    registry.close();

    assertThat(reader.collectAllMetrics()).isEmpty();
  }

  @Test
  void tellsWhichMethodIsMissing() {
    assertThatThrownBy(
            () -> new OpenTelemetryRegistry("no context", CORE, "doccat").counter("a", "b"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.lang.String.longCounter(String,String)LongCounter is not as");
  }

  @Test
  void isKnownByOneMethod() {
    assertThat(Registries.hasOpenTelemetry(Context.class)).isTrue();
    assertThat(Registries.hasOpenTelemetry(SolrMetricsContext.class)).isFalse();
  }

  private MetricData metric(String name) {
    Collection<MetricData> all = reader.collectAllMetrics();
    return all.stream().filter(metric -> metric.getName().equals(name)).findFirst().orElseThrow();
  }

  /** As SolrMetricsContext in Solr 10.0. */
  public static final class Context {

    private final Meter meter;
    private final List<AutoCloseable> observed = new ArrayList<>();

    Context(Meter meter) {
      this.meter = meter;
    }

    public LongCounter longCounter(String name, String description) {
      return meter.counterBuilder(name).setDescription(description).build();
    }

    public DoubleHistogram doubleHistogram(String name, String description) {
      return meter.histogramBuilder(name).setDescription(description).build();
    }

    public LongHistogram longHistogram(String name, String description) {
      return meter.histogramBuilder(name).setDescription(description).ofLongs().build();
    }

    public ObservableLongCounter observableLongCounter(
        String name, String description, Consumer<ObservableLongMeasurement> callback) {
      ObservableLongCounter counter =
          meter.counterBuilder(name).setDescription(description).buildWithCallback(callback);
      observed.add(counter);
      return counter;
    }

    public ObservableDoubleGauge observableDoubleGauge(
        String name, String description, Consumer<ObservableDoubleMeasurement> callback) {
      ObservableDoubleGauge gauge =
          meter.gaugeBuilder(name).setDescription(description).buildWithCallback(callback);
      observed.add(gauge);
      return gauge;
    }

    public void unregister() throws Exception {
      for (AutoCloseable one : observed) {
        one.close();
      }
    }
  }
}
