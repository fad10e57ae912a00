/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Solr's modules named by the environment variable SOLR_MODULES, which takes a process of its own;
 * solr-server's tests have the other ways, and more of what the modules do.
 */
class ModulesByEnvironmentIT {

  private static final String ICU =
      """
      <field name="title_icu" type="text_icu"/>
      <fieldType name="text_icu" class="solr.TextField">
        <analyzer><tokenizer name="icu"/><filter name="icuFolding"/></analyzer>
      </fieldType>
      </schema>""";

  @TempDir Path folder;

  @Test
  void theirFieldsAndOurTagsWork() throws Exception {
    Node node = Node.create(folder, StockModel.train(folder.resolve("stock.bin")));
    Path schema = node.home().resolve("stock/conf/schema.xml");
    Files.writeString(schema, Files.readString(schema).replace("</schema>", ICU));
    List<String> options = new ArrayList<>(node.options());
    options.add("-Dsolr.install.dir=" + System.getProperty("docket.install"));

    try (SolrProcess solr =
        SolrProcess.start(
            new SolrVersion("9.10.1", Java.current()),
            folder.resolve("launcher"),
            node.home(),
            options,
            Map.of("SOLR_MODULES", "analysis-extras,langid"))) {
      assertThat(node.tags(solr).values()).anyMatch(tag -> tag.startsWith("Mortgage "));
      solr.post(
          "/stock/update?commit=true", "[{\"complaint_id\":\"icu\",\"title_icu\":\"\\u00dcbel\"}]");
      assertThat(solr.get("/stock/select?q=title_icu:ubel").at("/response/numFound").asInt())
          .isEqualTo(1);
    }
  }
}
