/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin asks for nothing that Solr's own security policy does not grant. */
@EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "JDK 24 has no security manager any more")
class SecurityManagerIT {

  private static final Path POLICY =
      Path.of(System.getProperty("docket.launcher")).resolve("solr.policy");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"9.0.0", "9.10.1"})
  void startsTagsAndReloads(String version) throws Exception {
    Node node = Node.create(folder, StockModel.train(folder.resolve("stock.bin")));
    SolrVersion solrVersion = new SolrVersion(version, Java.current());
    Path launcher = folder.resolve("launcher");
    try (SolrProcess solr =
        SolrProcess.start(
            solrVersion, launcher, node.home(), options(node, solrVersion, launcher), Map.of())) {
      Map<String, String> tags = node.tags(solr);
      assertThat(tags.values()).anyMatch(tag -> tag.startsWith("Mortgage "));
      node.reload(solr);
      assertThat(node.tags(solr)).isEqualTo(tags);
    }
    assertThat(Files.readString(SolrProcess.log(node.home())))
        .contains("Loaded doccat model")
        .doesNotContain("AccessControlException", "access denied");
  }

  /** The home is not in the folder for temporary files, which everybody may write. */
  private List<String> options(Node node, SolrVersion solr, Path launcher) throws Exception {
    List<String> options = new ArrayList<>(node.options());
    options.add("-Djava.security.manager");
    options.add("-Djava.security.policy==" + POLICY);
    options.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    options.add("-Dsolr.solr.home=" + node.home());
    options.add("-Ddocket.launcher=" + launcher);
    options.add("-Ddocket.repository=" + solr.repository());
    return options;
  }
}
