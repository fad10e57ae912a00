/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.docket.solr.server.SetUp.LOG_AND_RUN;
import static org.docket.solr.server.SetUp.UPDATE_LOG;
import static org.docket.solr.server.SetUp.chain;
import static org.docket.solr.server.SetUp.config;
import static org.docket.solr.server.SetUp.docket;
import static org.docket.solr.server.SetUp.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reload takes what is good, and leaves what serves where the new is not. */
class ReloadIT {

  private static final String CHAIN =
      chain("name=\"mine\" default=\"true\"", docket(), LOG_AND_RUN);

  @TempDir Path folder;
  private Fixture fixture;
  private Http solr;
  private Path model;
  private byte[] good;
  private int log;

  @BeforeEach
  void start() throws Exception {
    log = Fixture.logEnd();
    fixture = Fixture.create(folder).coreOf("one", schema(), config(CHAIN));
    model = fixture.home().folder().resolve("models/complaints-en.bin");
    good = Files.readAllBytes(model);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aModelThatCannotBeUsedLeavesTheOldOneServing() throws Exception {
    solr = fixture.start();
    Files.writeString(model, "broken");
    assertThat(reload()).isEmpty();
    assertGoesOn("for the new one cannot be used; put it right and reload again: doccat.model is");
    Files.delete(model);
    assertThat(reload()).isEmpty();
    assertGoesOn("there is no file " + model);

    Files.write(model, good);
    assertThat(reload()).isEmpty();
    assertThat(errors()).hasSize(2);
    assertThat(solr.get("/admin/cores?action=STATUS").get("initFailures")).isEmpty();
    assertThat(tag("one")).isEqualTo("mortgage");
  }

  @Test
  void aPathThatLeadsNowhereLeavesTheOldModelServingToo() throws Exception {
    solr = fixture.start();
    rewrite("solrconfig.xml", "complaints-en.bin", "nowhere.bin");
    assertThat(reload()).isEmpty();
    assertGoesOn("doccat.model is 'models/nowhere.bin': there is no file");
  }

  /** The update log belongs to the two cores, and must not stay with the one that is dropped. */
  @Test
  void aWrongSchemaIsRefusedAndTheOldCoreIsWhole() throws Exception {
    solr = fixture.start();
    rewrite("schema.xml", "\"predicted_category\" type=\"string\"", "\"other\" type=\"string\"");
    assertThat(reload()).contains("Unable to reload core [one]");
    assertThat(failure()).contains("'predicted_category', which is not in the schema; add <field");
    assertWhole("one");

    rewrite("schema.xml", "\"other\" type=\"string\"", "\"predicted_category\" type=\"string\"");
    assertThat(reload()).isEmpty();
    assertWhole("one");
    assertThat(Fixture.logged(log, "Error opening realtime searcher")).isZero();
  }

  @Test
  void aWrongChainIsRefusedAndTheOldCoreIsWhole() throws Exception {
    solr = fixture.start();
    rewrite("solrconfig.xml", docket() + LOG_AND_RUN, LOG_AND_RUN + docket());
    assertThat(reload()).contains("Unable to reload core [one]");
    assertThat(failure()).contains("has this processor after solr.RunUpdateProcessorFactory");
    assertWhole("one");
  }

  @Test
  void aWrongParameterIsRefusedAndTheOldCoreIsWhole() throws Exception {
    solr = fixture.start();
    rewrite("solrconfig.xml", "doccat.fl", "doccat.sourceFeilds");
    assertThat(reload()).contains("Unable to reload core [one]");
    assertThat(failure()).contains("unknown parameter 'doccat.sourceFeilds'");
    assertWhole("one");
  }

  @Test
  void aCoreWithoutAnUpdateLogIsRefusedToo() throws Exception {
    Files.writeString(conf("solrconfig.xml"), SetUp.configWithout(UPDATE_LOG, CHAIN));
    solr = fixture.start();
    rewrite("schema.xml", "\"predicted_category\" type=\"string\"", "\"other\" type=\"string\"");
    assertThat(reload()).contains("Unable to reload core [one]");
    assertThat(tag("one")).isEqualTo("mortgage");
  }

  /** Nothing of the old core's classes is known to the new one's: there is no going on with it. */
  @Test
  void aCoreWithJarsOfItsOwnRefusesABadModelAndTheOldCoreIsWhole() throws Exception {
    fixture.giveJarsTo("one");
    System.setProperty("solr.config.lib.enabled", "true");
    try {
      solr = fixture.start();
      assertThat(tag("one")).isEqualTo("mortgage");
      Files.writeString(model, "broken");
      assertThat(reload()).contains("Unable to reload core [one]");
      assertThat(failure()).contains("complaints-en.bin is not a usable model");
      assertWhole("one");
      Files.write(model, good);
      assertThat(reload()).isEmpty();
      assertWhole("one");
    } finally {
      System.clearProperty("solr.config.lib.enabled");
    }
  }

  private void assertGoesOn(String reason) throws Exception {
    assertThat(errors().get(errors().size() - 1))
        .matches(
            "the model of before the reload, complaints-en.bin \\(sha256 [0-9a-f]{64}\\), goes on"
                + " serving, .*")
        .contains(reason);
    assertThat(tag("one")).isEqualTo("mortgage");
  }

  /** Tags; and what a delete by query takes away is gone at once, before any commit. */
  private void assertWhole(String core) throws Exception {
    assertThat(tag(core)).isEqualTo("mortgage");
    update(core, "[{\"id\":\"2\",\"narrative\":\"credit card fee\"}]");
    assertThat(get(core, "2").path("predicted_category").asText()).isEqualTo("cards");
    update(core, "{\"delete\":{\"query\":\"id:2\"}}");
    assertThat(get(core, "2").isNull()).isTrue();
    update(core, "[{\"id\":\"1\",\"narrative\":{\"set\":\"foreclose\"}}]");
    assertThat(get(core, "1").path("narrative").asText()).isEqualTo("foreclose");
    assertCounts(core);
  }

  /** What is read at the time of asking would go with a core that had taken its place. */
  private void assertCounts(String core) throws Exception {
    String name = "UPDATE.doccat.categories";
    assertThat(
            solr.get("/admin/metrics?group=core&prefix=" + name)
                .path("metrics")
                .path("solr.core." + core)
                .path(name)
                .path("mortgage")
                .asInt())
        .isPositive();
  }

  private JsonNode get(String core, String id) throws Exception {
    return solr.get("/" + core + "/get?id=" + id).path("doc");
  }

  private void update(String core, String body) throws Exception {
    JsonNode answer = solr.post("/" + core + "/update", "application/json", body);
    assertThat(answer.at("/responseHeader/status").asInt(-1)).as(answer.toString()).isZero();
  }

  private String tag(String core) throws Exception {
    solr.add(core, "{\"id\":\"1\",\"narrative\":\"foreclose my house\"}");
    return get(core, "1").path("predicted_category").asText();
  }

  /** What is wrong with the reload; empty if nothing. */
  private String reload() throws Exception {
    return solr.get("/admin/cores?action=RELOAD&core=one").at("/error/msg").asText();
  }

  private String failure() throws Exception {
    return solr.get("/admin/cores?action=STATUS").at("/initFailures/one").asText();
  }

  private List<String> errors() throws IOException {
    return Fixture.told(log, "ERROR", "one");
  }

  private Path conf(String file) {
    return fixture.home().folder().resolve("one/conf").resolve(file);
  }

  private void rewrite(String file, String old, String replacement) throws IOException {
    String text = Files.readString(conf(file));
    if (!text.contains(old)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s does not say %s", file, old));
    }
    Files.writeString(conf(file), text.replace(old, replacement));
  }
}
