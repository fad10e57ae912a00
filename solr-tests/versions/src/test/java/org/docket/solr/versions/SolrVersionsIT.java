/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same zip and the same configset in each Solr: it starts, tags, and reloads, and each score is
 * the same to the last bit.
 */
class SolrVersionsIT {

  private static final String REFERENCE = "9.10.1";

  private static final Set<String> WITH_PROMETHEUS = Set.of("9.8.1", "9.10.1");

  @TempDir static Path shared;
  private static Path stockModel;
  private static Map<String, String> expected;

  @TempDir Path folder;

  @BeforeAll
  static void tagInTheSolrThatThePluginIsCompiledFor() throws Exception {
    stockModel = StockModel.train(shared.resolve("stock.bin"));
    Node node = Node.create(shared, stockModel);
    try (SolrProcess solr = start(version(REFERENCE, Java.current()), shared, node)) {
      expected = node.tags(solr);
    }
    assertThat(expected).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.0.0", "9.4.1", "9.8.1"})
  void tagsAlike(String solr) throws Exception {
    assertTagsAlike(version(solr, Java.current()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.10.1", "10.0.0"})
  void tagsAlikeOnANewerJava(String solr) throws Exception {
    Optional<Java> newer = Java.atLeast(21);
    assumeTrue(newer.isPresent(), "Solr 10 needs a JDK 21 or newer; name one: -Ddocket.newer.jdk");
    assertTagsAlike(version(solr, newer.get()));
  }

  private void assertTagsAlike(SolrVersion version) throws IOException, InterruptedException {
    Node node = Node.create(folder, stockModel);
    try (SolrProcess solr = start(version, folder, node)) {
      assertThat(node.tags(solr)).isEqualTo(expected);
      node.reload(solr);
      assertThat(node.tags(solr)).as("after a reload").isEqualTo(expected);
      assertMetrics(version, solr);
    }
    assertThat(Files.readString(SolrProcess.log(node.home())))
        .doesNotContain("NoSuchMethodError", "NoClassDefFoundError", "AbstractMethodError");
  }

  /** In JSON, in Prometheus' format where a Solr 9 has it, and in that alone in Solr 10. */
  private static void assertMetrics(SolrVersion version, SolrProcess solr)
      throws IOException, InterruptedException {
    String metrics = solr.text("/admin/metrics");
    if (version.name().startsWith("10.")) {
      assertThat(metrics).contains("solr_core_doccat_tagged_total{", "solr_core_doccat_drift{");
      return;
    }
    assertThat(metrics).contains("UPDATE.doccat.tagged", "UPDATE.doccat.drift");
    if (WITH_PROMETHEUS.contains(version.name())) {
      assertThat(solr.text("/admin/metrics?wt=prometheus"))
          .contains("handler=\"doccat\",type=\"tagged\"}", "solr_metrics_jvm_");
    }
  }

  private static SolrProcess start(SolrVersion version, Path folder, Node node)
      throws IOException, InterruptedException {
    return SolrProcess.start(
        version, folder.resolve("launcher"), node.home(), node.options(), Map.of());
  }

  private static SolrVersion version(String name, Java java) {
    return new SolrVersion(name, java);
  }
}
