/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged plugin counts, as Solr's own endpoint shows it. */
class MetricsIT {

  private static final String HOUSE = "\"narrative\":\"They foreclose on my house, the escrow!\"";
  private static final String CARD = "\"narrative\":\"my credit card was charged a fee\"";
  private static final String SECOND_TAGGER =
      """
      <processor class="org.docket.solr.DoccatUpdateProcessorFactory">
        <str name="doccat.model">models/tiny.bin</str>
        <str name="doccat.fl">narrative</str>
        <str name="doccat.categoryField">tags</str>
      </processor>
      <processor class="solr.LogUpdateProcessorFactory"/>
      """;

  @TempDir static Path folder;
  private static Fixture fixture;
  private static Http solr;
  private static RawHttp raw;

  @BeforeAll
  static void start() throws Exception {
    fixture =
        Fixture.create(folder)
            .core("counted")
            .core("reloaded")
            .core("other")
            .core("shown")
            .core("outcomes", "models/complaints-en.bin")
            .core("drifting", "models/complaints-en.bin")
            .coreWith(
                "two", "<processor class=\"solr.LogUpdateProcessorFactory\"/>", SECOND_TAGGER);
    fixture.home().addModel(Fixture.REPOSITORY.resolve("models/complaints-en.bin"));
    solr = fixture.start();
    raw = new RawHttp(fixture.server().url());
    assertThat(fixture.server().coreFailures()).isEmpty();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void countsDocuments() throws Exception {
    addThree("counted");

    assertThat(count("counted", "categorized")).isEqualTo(3);
    assertThat(count("counted", "tagged")).isEqualTo(3);
    assertThat(value("counted", "categories").toString()).isEqualTo("{\"cards\":2,\"mortgage\":1}");
    assertThat(value("counted", "drift").path("recentDocuments").asInt()).isEqualTo(3);
    assertThat(value("counted", "drift").path("meanConfidence").asDouble()).isBetween(0.5, 1.0);
  }

  @Test
  void countsWhatBecameOfEachDocument() throws Exception {
    String core = "outcomes";
    solr.add(core, "{\"complaint_id\":\"1\"," + HOUSE + "}");
    solr.add(core, "{\"complaint_id\":\"2\"," + HOUSE + "}", "doccat.threshold=1");
    solr.add(core, "{\"complaint_id\":\"3\"," + HOUSE + "}", "doccat.allowlist=Student%20loan");
    solr.add(core, "{\"complaint_id\":\"4\"," + HOUSE + "}", "doccat.maxChars=30");
    solr.add(core, "{\"complaint_id\":\"5\",\"narrative\":\"qwxz ???\"}");
    solr.add(core, "{\"complaint_id\":\"6\",\"state\":\"TX\"}");
    solr.add(core, "{\"complaint_id\":\"7\",\"predicted_category\":\"mine\"," + HOUSE + "}");
    solr.add(core, "{\"complaint_id\":\"1\",\"narrative\":{\"set\":\"my credit card\"}}");
    solr.add(core, "{\"complaint_id\":\"2\",\"narrative\":{\"set\":null}}");

    assertThat(count(core, "categorized")).isEqualTo(6);
    assertThat(count(core, "tagged")).isEqualTo(3);
    assertThat(count(core, "belowThreshold")).isEqualTo(1);
    assertThat(count(core, "notAllowed")).isEqualTo(1);
    assertThat(count(core, "truncated")).isEqualTo(1);
    assertThat(count(core, "abstained")).isEqualTo(1);
    assertThat(count(core, "withoutText")).isEqualTo(1);
    assertThat(count(core, "kept")).isEqualTo(1);
    assertThat(count(core, "partialUpdates")).isEqualTo(2);
    assertThat(count(core, "cleared")).isEqualTo(1);
    assertThat(count(core, "failed")).isZero();
    assertThat(metric(core, "UPDATE.doccat-analysis.time").path("count").asInt()).isEqualTo(6);
    assertThat(metric(core, "UPDATE.doccat-network.time").path("count").asInt()).isEqualTo(6);
    assertThat(value(core, "batchSize").path("count").asInt()).isEqualTo(6);
    assertThat(count(core, "networkMicros")).isPositive();
  }

  @Test
  void tellsThatTheMixHasShifted() throws Exception {
    String documents =
        IntStream.range(0, 300)
            .mapToObj(i -> "{\"complaint_id\":\"" + i + "\"," + HOUSE + "}")
            .collect(Collectors.joining(",", "[", "]"));
    solr.add("drifting", documents);

    JsonNode drift = value("drifting", "drift");
    assertThat(drift.path("recentPsi").asDouble()).as(drift.toString()).isGreaterThan(0.25);
    assertThat(drift.path("psi")).isEqualTo(drift.path("recentPsi"));
    assertThat(drift.path("baselineMeanConfidence").asDouble()).isBetween(0.5, 1.0);
    assertThat(drift.path("baselineAbstained").asDouble(-1)).isBetween(0.0, 0.02);
    assertThat(drift.path("recentAbstained").asDouble(-1)).isZero();
    assertThat(prometheus("&group=core"))
        .contains(series("update_handler", "drifting", "\",item=\"recentPsi\",type=\"drift"));
  }

  @Test
  void namesTheModel() throws Exception {
    JsonNode model = value("other", "model");

    assertThat(model.path("name").asText()).isEqualTo("tiny.bin");
    assertThat(model.path("sha256").asText()).hasSize(64);
    assertThat(model.path("kernel").asText()).isEqualTo("opennlp");
  }

  @Test
  void eachCoreCountsItsOwn() throws Exception {
    long before = count("other", "tagged");
    addThree("shown");

    assertThat(count("other", "tagged")).isEqualTo(before);
  }

  @Test
  void aReloadGoesOnCounting() throws Exception {
    addThree("reloaded");
    for (int i = 0; i < 3; i++) {
      JsonNode answer = solr.get("/admin/cores?action=RELOAD&core=reloaded");
      assertThat(answer.at("/responseHeader/status").asInt(-1)).as(answer.toString()).isZero();
    }
    addThree("reloaded");

    assertThat(count("reloaded", "tagged")).isEqualTo(6);
    assertThat(value("reloaded", "categories").toString())
        .isEqualTo("{\"cards\":4,\"mortgage\":2}");
    assertThat(value("reloaded", "drift").path("recentDocuments").asInt()).isEqualTo(6);
    assertThat(solr.found("reloaded", "q=*:*")).isEqualTo(3);
  }

  @Test
  void aSecondTaggerHasNamesOfItsOwn() throws Exception {
    addThree("two");

    assertThat(count("two", "tagged")).isEqualTo(3);
    assertThat(metric("two", "UPDATE.doccat-tags.tagged").path("count").asLong()).isEqualTo(3);
  }

  @Test
  void prometheusShowsThem() throws Exception {
    long before = count("shown", "tagged");
    addThree("shown");
    String shown = prometheus("&group=core");

    assertThat(shown)
        .contains(
            series("requests_total", "shown", "\",type=\"tagged") + " " + (before + 3) + ".0",
            series("update_handler", "shown", "\",item=\"cards\",type=\"categories"),
            series("update_handler", "shown", "\",item=\"meanConfidence\",type=\"drift"))
        .containsPattern("item=\"tiny.bin [0-9a-f]{64} opennlp\",type=\"model\"} 1.0");
  }

  /** One bad name makes it a 500, for all cores. */
  @Test
  void theWholePrometheusEndpointAnswers() throws Exception {
    addThree("two");

    assertThat(prometheus("")).contains("solr_metrics_jvm", "handler=\"doccat-tags\"");
  }

  private static String series(String metric, String core, String labels) {
    return "solr_metrics_core_"
        + metric
        + "{category=\"UPDATE\",core=\""
        + core
        + "\",handler=\"doccat"
        + labels
        + "\"}";
  }

  private static String prometheus(String params) throws Exception {
    HttpResponse<String> answer = raw.get("/admin/metrics?wt=prometheus" + params);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void addThree(String core) throws Exception {
    solr.add(
        core,
        String.join(
            ",",
            "[{\"complaint_id\":\"1\"," + HOUSE + "}",
            "{\"complaint_id\":\"2\"," + CARD + "}",
            "{\"complaint_id\":\"3\"," + CARD + "}]"));
  }

  private static long count(String core, String name) throws Exception {
    return metric(core, "UPDATE.doccat." + name).path("count").asLong(-1);
  }

  private static JsonNode value(String core, String name) throws Exception {
    return metric(core, "UPDATE.doccat." + name);
  }

  private static JsonNode metric(String core, String name) throws Exception {
    JsonNode all = solr.get("/admin/metrics?group=core&prefix=" + name);
    return all.path("metrics").path("solr.core." + core).path(name);
  }
}
