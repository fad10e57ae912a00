/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Meter;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricRegistry;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.core.SolrCore;
import org.apache.solr.metrics.prometheus.core.SolrPrometheusCoreFormatter;
import org.docket.solr.CapturedLog;
import org.docket.solr.EmbeddedSolr;
import org.junit.jupiter.api.Test;

/** In the registry of a core of this Solr, which is Dropwizard's. */
class CoreMetricsTest {

  private static final EmbeddedSolr SOLR = EmbeddedSolr.shared();
  private static final String CORE = "metrics";

  /** A registry that is not as it was must not keep a core from starting. */
  @Test
  void withoutARegistryDocumentsAreTaggedAllTheSame() throws Exception {
    try (CapturedLog log = CapturedLog.of(CoreMetrics.class)) {
      TaggingMetrics metrics =
          CoreMetrics.open(
              core(),
              "broken",
              Answers.MODEL,
              (core, scope) -> {
                throw new NoSuchMethodError("gone");
              });

      metrics.abstained();
      assertThat(log.messages().get(0)).contains("nothing is counted", "gone");
    }
  }

  @Test
  void countsWhatItIsTold() throws Exception {
    SolrCore core = core();
    TaggingMetrics metrics = CoreMetrics.open(core, "all", Answers.MODEL);
    metrics.categorized(Answers.best("a", 0.9), false);
    metrics.categorized(Answers.best("a", 0.9), true);
    metrics.tagged("A", 0.9);
    metrics.tagged("A", 0.8);
    metrics.tagged("B", 0.8);
    metrics.abstained();
    metrics.belowThreshold();
    metrics.notAllowed();
    metrics.kept();
    metrics.cleared();
    metrics.withoutText();
    metrics.partialUpdate();
    metrics.failed(new IllegalStateException("no"));
    metrics.batch(2, 3_000_000, 5_000_000);

    assertThat(count(core, "all.categorized")).isEqualTo(2);
    assertThat(count(core, "all.truncated")).isEqualTo(1);
    assertThat(count(core, "all.tagged")).isEqualTo(3);
    for (String once :
        "abstained belowThreshold notAllowed kept cleared withoutText partialUpdates failed"
            .split(" ")) {
      assertThat(count(core, "all." + once)).as(once).isEqualTo(1);
    }
    assertThat(gauge(core, "all.categories")).isEqualTo(Map.of("A", 2L, "B", 1L));
    assertThat(gauge(core, "all.failures"))
        .isEqualTo(Map.of("java.lang.IllegalStateException", 1L));
    assertThat(gauge(core, "all.model"))
        .containsEntry("name", "tiny.bin")
        .containsEntry("sha256", "cafe")
        .containsEntry("kernel", "scalar")
        .containsEntry("tiny.bin cafe scalar", 1);
    assertThat(count(core, "all.analysisMicros")).isEqualTo(3000);
    assertThat(count(core, "all.networkMicros")).isEqualTo(5000);
    assertThat(metrics(core).get("UPDATE.all-analysis.time")).isNotNull();
    assertThat(metrics(core).get("UPDATE.all-network.time")).isNotNull();
    assertThat(gauge(core, "all.batchSizeSummary")).containsEntry("max", 2L);
  }

  @Test
  void timesThatAreNotKnownAreNotCounted() throws Exception {
    SolrCore core = core();
    CoreMetrics.open(core, "unknown", Answers.MODEL).batch(1, -1, -1);

    assertThat(count(core, "unknown.analysisMicros")).isZero();
  }

  @Test
  void anotherOfTheSameScopeGoesOnCounting() throws Exception {
    SolrCore core = core();
    TaggingMetrics before = CoreMetrics.open(core, "reloaded", Answers.MODEL);
    before.tagged("A", 1);
    before.categorized(Answers.best("a", 1), false);
    TaggingMetrics after = CoreMetrics.open(core, "reloaded", Answers.MODEL);
    after.tagged("A", 1);
    before.tagged("A", 1);

    assertThat(count(core, "reloaded.tagged")).isEqualTo(3);
    assertThat(gauge(core, "reloaded.categories")).isEqualTo(Map.of("A", 3L));
    assertThat(gauge(core, "reloaded.drift")).containsEntry("recentDocuments", 1.0);
  }

  @Test
  void theDriftOfAnotherModelBeginsAnew() throws Exception {
    SolrCore core = core();
    CoreMetrics.open(core, "model", Answers.MODEL).categorized(Answers.best("a", 1), false);
    ModelInfo model = Answers.MODEL;
    CoreMetrics.open(
        core,
        "model",
        new ModelInfo(model.name(), "beef", "scalar", model.categories(), Optional.empty()));

    assertThat(gauge(core, "model.drift")).containsEntry("recentDocuments", 0.0);
    assertThat(count(core, "model.categorized")).isEqualTo(1);
  }

  /** What Solr throws here makes the whole endpoint answer 500, for all cores. */
  @Test
  void thePrometheusFormatTakesEachOfThem() throws Exception {
    SolrCore core = core();
    TaggingMetrics metrics = CoreMetrics.open(core, "doccat-my_field", Answers.MODEL);
    metrics.tagged("A. and \"B\"", 1);
    metrics.batch(1, 1, 1);
    SolrPrometheusCoreFormatter formatter = new SolrPrometheusCoreFormatter();
    metrics(core)
        .forEach((name, metric) -> formatter.exportDropwizardMetric(metric, "core_x." + name));

    assertThat(formatter.collect().toString()).isNotEmpty();
  }

  private static SolrCore core() throws Exception {
    return SOLR.core(CORE, "");
  }

  private static Map<String, Metric> metrics(SolrCore core) {
    MetricRegistry registry = core.getSolrMetricsContext().getMetricRegistry();
    return registry.getMetrics();
  }

  private static long count(SolrCore core, String name) {
    return ((Meter) metrics(core).get("UPDATE." + name)).getCount();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> gauge(SolrCore core, String name) {
    return ((Gauge<Map<String, Object>>) metrics(core).get("UPDATE." + name)).getValue();
  }
}
