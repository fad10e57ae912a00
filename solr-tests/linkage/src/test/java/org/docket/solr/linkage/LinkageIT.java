/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each class, method and field of Solr, its JSON parser, Lucene and slf4j that the plugin's jar
 * uses is there in the oldest and the newest Solr that it is for. The build itself sees to the one
 * in between.
 *
 * <p>What is not seen: methods that a class leaves abstract, what is asked for by name, and types
 * of fields and parameters alone. The module {@code solr-tests/versions} runs them.
 */
class LinkageIT {

  /**
   * The classes that are not used in every Solr: {@code Registries} chooses the one that fits, by
   * what the Solr at hand has.
   */
  private static final Set<String> OF_ONE_SOLR_ONLY =
      Set.of(
          "org.docket.solr.metrics.DropwizardRegistry",
          "org.docket.solr.metrics.OpenTelemetryRegistry");

  private static final Path JARS = Path.of(System.getProperty("docket.jars"));

  @ParameterizedTest
  @ValueSource(strings = {"9.0.0", "10.0.0"})
  void allThatThePluginUsesIsThere(String solr) {
    Linkage linkage = Linkage.of(JARS.resolve("plugin"), JARS.resolve(solr));
    assertThat(linkage.uses()).as("what the plugin uses").hasSizeGreaterThan(100);

    Set<String> missing = new TreeSet<>(linkage.missing(OF_ONE_SOLR_ONLY));
    assertThat(missing).as("used by the plugin, but not in Solr %s", solr).isEmpty();
  }

  /** The check would see it: the exceptions are real. */
  @ParameterizedTest
  @ValueSource(strings = {"10.0.0"})
  void whatIsOfOneSolrOnlyIsMissingInAnother(String solr) {
    Linkage linkage = Linkage.of(JARS.resolve("plugin"), JARS.resolve(solr));
    assertThat(linkage.missing(Set.of())).isNotEmpty();
  }
}
