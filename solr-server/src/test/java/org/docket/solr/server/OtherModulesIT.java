/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Docket beside Solr's modules analysis-extras and langid, which bring OpenNLP 1.9.4, however they
 * are made visible: ICU fields, OpenNLP fields, the language detector and Docket's tags all work in
 * one core.
 */
class OtherModulesIT {

  private static final String CORE = "complaints";
  private static final List<String> MODULES = List.of("analysis-extras", "langid");
  private static final String NAMES = String.join(",", MODULES);

  private static final String FIELDS =
      """
      <field name="title_icu" type="text_icu"/>
      <field name="title_nlp" type="text_nlp"/>
      <field name="language" type="string"/>
      <fieldType name="text_icu" class="solr.TextField">
        <analyzer><tokenizer name="icu"/><filter name="icuFolding"/></analyzer>
      </fieldType>
      <fieldType name="text_nlp" class="solr.TextField">
        <analyzer>
          <tokenizer name="openNlp" sentenceModel="sentences.bin" tokenizerModel="tokens.bin"/>
          <filter name="openNlpPOS" posTaggerModel="parts.bin"/>
          <filter name="typeAsSynonym" prefix="part:"/>
        </analyzer>
      </fieldType>
      </schema>""";

  private static final String DETECTOR =
      """
      <processor
          class="org.apache.solr.update.processor.OpenNLPLangDetectUpdateProcessorFactory">
        <str name="langid.fl">narrative</str>
        <str name="langid.langField">language</str>
        <str name="langid.model">languages.bin</str>
      </processor>
      <processor class="org.docket.solr.DoccatUpdateProcessorFactory">""";

  @TempDir static Path shared;
  private static Path install;
  private static List<Path> resources;
  private static Path model;

  @TempDir Path folder;
  private SolrServer server;

  @BeforeAll
  static void train() throws Exception {
    install = Path.of(System.getProperty("docket.install"));
    Path jar = lib("analysis-extras").resolve("opennlp-tools-1.9.4.jar");
    OldOpenNlp old = new OldOpenNlp(jar, shared.resolve("old"));
    resources = List.of(old.sentences(), old.tokens(), old.partsOfSpeech(), old.languages());
    model = TinyModel.train(shared.resolve("train"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
    List.of("solr.install.dir", "solr.modules", "solr.config.lib.enabled")
        .forEach(System::clearProperty);
  }

  @Test
  void modulesNamedInSolrXml() throws Exception {
    SolrHome home = home("").addPlugin(Fixture.PLUGIN);
    solrXml(home, "<str name=\"modules\">" + NAMES + "</str>");
    System.setProperty("solr.install.dir", install.toString());
    assertAllWork(home);
  }

  @Test
  void modulesNamedByThePropertySolrModules() throws Exception {
    SolrHome home = home("").addPlugin(Fixture.PLUGIN);
    System.setProperty("solr.install.dir", install.toString());
    System.setProperty("solr.modules", NAMES);
    assertAllWork(home);
  }

  @Test
  void modulesByLibInSolrconfig() throws Exception {
    SolrHome home = home(libs()).addPlugin(Fixture.PLUGIN);
    System.setProperty("solr.config.lib.enabled", "true");
    assertAllWork(home);
  }

  /** The plugin comes after the modules on one class path. */
  @Test
  void modulesInTheFolderLibAndThePluginBehindThem() throws Exception {
    Path plugin = SolrHome.create(folder.resolve("other")).addPlugin(Fixture.PLUGIN).folder();
    SolrHome home = home("");
    for (String module : MODULES) {
      PathUtils.copyDirectory(
          lib(module), home.folder().resolve("lib"), StandardCopyOption.REPLACE_EXISTING);
    }
    solrXml(home, "<str name=\"sharedLib\">" + plugin.resolve("lib") + "</str>");
    assertAllWork(home);
  }

  /** Each core has both in a class loader of its own. */
  @Test
  void modulesAndPluginByLibInSolrconfig() throws Exception {
    Path plugin = SolrHome.create(folder.resolve("other")).addPlugin(Fixture.PLUGIN).folder();
    SolrHome home =
        home(libs() + "<lib dir=\"" + plugin.resolve("lib") + "\" regex=\".*\\.jar\"/>");
    System.setProperty("solr.config.lib.enabled", "true");
    assertAllWork(home);
  }

  private SolrHome home(String libs) throws IOException {
    SolrHome home = SolrHome.create(folder.resolve("home")).addModel(model);
    home.addCore(CORE, Fixture.CONFIGSET);
    Path core = home.folder().resolve(CORE);
    Files.writeString(
        core.resolve("core.properties"), "name=" + CORE + "\ndocket.model=models/tiny.bin\n");
    for (Path resource : resources) {
      Files.copy(resource, core.resolve("conf").resolve(resource.getFileName()));
    }
    replace(core.resolve("conf/schema.xml"), "</schema>", FIELDS);
    Path config = core.resolve("conf/solrconfig.xml");
    replace(config, "<processor class=\"org.docket.solr.DoccatUpdateProcessorFactory\">", DETECTOR);
    replace(config, "<config>", "<config>" + libs);
    return home;
  }

  private void assertAllWork(SolrHome home) throws Exception {
    int log = Fixture.logEnd();
    server = SolrServer.start(home.folder(), 0);
    assertThat(server.coreFailures()).isEmpty();
    assertThat(Fixture.told(log, "INFO", CORE))
        .singleElement()
        .asString()
        .contains("with OpenNLP 2.5.11 (beside Solr's 1.9.4), Solr ");
    Http solr = new Http(server.url());
    solr.add(
        CORE,
        "{\"complaint_id\":\"1\",\"narrative\":\"the bank took my house and the escrow\","
            + "\"title_icu\":\"Übel\",\"title_nlp\":\"The bank took my house. Nobody called.\"}");

    JsonNode document = solr.document(CORE, "1");
    assertThat(document.path("predicted_category").asText()).isEqualTo("mortgage");
    assertThat(document.path("language").asText()).isEqualTo("en");
    assertThat(solr.found(CORE, "q=" + Http.encode("title_icu:ubel"))).isEqualTo(1);
    assertThat(solr.found(CORE, "q=" + Http.encode("title_nlp:house"))).isEqualTo(1);
    assertThat(solr.found(CORE, "q=" + Http.encode("{!term f=title_nlp}part:NN"))).isEqualTo(1);
  }

  private static Path lib(String module) {
    return install.resolve("modules").resolve(module).resolve("lib");
  }

  private static String libs() {
    StringBuilder libs = new StringBuilder();
    for (String module : MODULES) {
      libs.append("<lib dir=\"").append(lib(module)).append("\" regex=\".*\\.jar\"/>");
    }
    return libs.toString();
  }

  private static void solrXml(SolrHome home, String content) throws IOException {
    Files.writeString(home.folder().resolve("solr.xml"), "<solr>" + content + "</solr>");
  }

  private static void replace(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(old);
    Files.writeString(file, text.replace(old, replacement));
  }
}
