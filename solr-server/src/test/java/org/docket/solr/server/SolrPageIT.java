/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/solr.md says, and finds what it shows. */
class SolrPageIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SOLR = "http://localhost:8983/solr";
  private static final Path MODEL = Fixture.REPOSITORY.resolve("models/complaints-en.bin");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern PARAMETER = Pattern.compile("^ {2}(doccat\\S*)", Pattern.MULTILINE);
  private static final String CHAIN = "<updateRequestProcessorChain name=\"doccat\"";
  private static final String TRY = "4. See that it works";

  @TempDir static Path folder;
  private static Page page;
  private static SolrHome home;
  private static SolrServer server;
  private static int log;

  @BeforeAll
  static void start() throws Exception {
    log = Fixture.logEnd();
    page = Page.read(Fixture.REPOSITORY.resolve("docs/solr.md"));
    home = SolrHome.create(folder.resolve("home")).addPlugin(Fixture.PLUGIN).addModel(MODEL);
    String chain = page.block("xml", CHAIN);
    core("own", schema(page), classic(chain));
    core("bycurl", resource("managed-schema.xml"), config(unknownFields("")));
    String lines = chain.substring(chain.indexOf("<str "), chain.indexOf("</processor>"));
    String edited = page.block("xml", "<updateProcessor ").replaceFirst("<!-- .* -->", lines);
    core("byfile", schema(page), config(unknownFields(edited)));
    Page shortForm = Page.read(Fixture.REPOSITORY.resolve("README.md"));
    core("readme", schema(shortForm), classic(shortForm.block("xml", CHAIN)));
    for (List<String> row : page.table("Parameters")) {
      core(parameter(row), schema(page), classic(with(chain, row)));
    }
    server = SolrServer.start(home.folder(), 0);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void allCoresStartAndHaveNothingToWarnOf() throws Exception {
    assertThat(server.coreFailures()).isEmpty();
    for (String core : List.of("own", "byfile", "readme")) {
      assertThat(Fixture.told(log, "INFO", core)).as(core).hasSize(1);
      assertThat(Fixture.told(log, "WARN", core)).as(core).isEmpty();
    }
  }

  @Test
  void aSolrconfigOfOnesOwn() throws Exception {
    run("own", TRY, "Whose tag is it?", "A new model", "Ask the model", "Metrics");
    run("own", "Many documents", "What the collection is");
  }

  @Test
  void schemalessByCurlAlone() throws Exception {
    run("bycurl", "1. Two files, on every node", "2. The fields", "3. The processor", TRY);

    assertThat(Fixture.told(log, "INFO", "bycurl")).hasSize(1);
    assertThat(Fixture.told(log, "WARN", "bycurl")).isEmpty();
    assertThat(http().found("bycurl", "q=predicted_category:Mortgage")).isEqualTo(1);
  }

  @Test
  void schemalessByAnEditedFile() throws Exception {
    http().add("byfile", "{\"id\":\"1\",\"narrative\":\"They foreclosed on my mortgage.\"}");

    assertThat(http().found("byfile", "q=predicted_category:Mortgage")).isEqualTo(1);
    assertThat(Fixture.logged(log, "Documents are categorized one at a time")).isZero();
  }

  @Test
  void allParametersAreInTheTableEachWithAnExampleThatWorks() throws Exception {
    List<String> documented = page.table("Parameters").stream().map(SolrPageIT::parameter).toList();
    assertThat(documented).containsExactlyElementsOf(parametersOfThePlugin());

    for (String core : documented) {
      http().add(core, "{\"id\":\"1\",\"narrative\":\"They foreclosed on my mortgage.\"}");
      assertThat(http().found(core, "q=id:1")).as(core).isEqualTo(1);
    }
  }

  @Test
  void messagesOfTheTableAreThoseOfThePlugin() throws Exception {
    String sources = sources();
    for (List<String> row : page.table("What is wrong?")) {
      for (String quoted : codes(row.get(0))) {
        if (quoted.contains(" ")) {
          assertThat(sources.contains(quoted)).as(quoted).isTrue();
        }
      }
    }
  }

  @Test
  void theHashesAreOfTheModelThatIsShipped() throws Exception {
    String text = Files.readString(Fixture.REPOSITORY.resolve("docs/solr.md"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(MODEL));
    String hash = HexFormat.of().formatHex(digest);

    assertThat(Pattern.compile("\\b(?<![.])[0-9a-f]{12,}\\b").matcher(text).results())
        .extracting(MatchResult::group)
        .isNotEmpty()
        .allSatisfy(shown -> assertThat(hash).startsWith(shown));
  }

  /**
   * Sends what the sections say, one after the other, and compares what comes with what they show.
   */
  private static void run(String core, String... sections) throws Exception {
    JsonNode answer = null;
    for (Page.Block block : page.under(sections)) {
      if (block.language().equals("bash")) {
        for (Curl call : Curl.in(block.text())) {
          answer = send(call, core);
        }
      } else if (block.language().equals("json")) {
        assertSame(JSON.readTree(block.text()), answer, block.section());
      }
    }
  }

  private static JsonNode send(Curl call, String core) throws Exception {
    String named = SOLR + "/complaints";
    HttpResponse<String> response =
        call.url().startsWith(named)
            ? call.send(named, URI.create(server.url() + "/" + core))
            : call.send(SOLR, server.url());
    assertThat(response.statusCode()).as(call + ": " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** Other times, other kernels; and these differ in the last digits. */
  private static void assertSame(JsonNode shown, JsonNode actual, String where) {
    if (shown.isNumber()) {
      assertThat(actual.asDouble(Double.NaN)).as(where).isEqualTo(shown.asDouble(), within(1e-4));
    } else if (shown.isTextual()) {
      assertThat(timeless(actual.asText())).as(where).isEqualTo(timeless(shown.asText()));
    } else if (shown.isValueNode()) {
      assertThat(actual).as(where).isEqualTo(shown);
    } else {
      assertThat(actual).as(where + " " + actual).hasSameSizeAs(shown);
      names(shown)
          .forEach(name -> assertSame(shown.get(name), actual.get(name), where + "/" + name));
      for (int i = 0; shown.isArray() && i < shown.size(); i++) {
        assertSame(shown.get(i), actual.get(i), where + "/" + i);
      }
    }
  }

  /** Without times, and without the last digits of scores. */
  private static String timeless(String text) {
    return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
        .replaceAll("(0\\.\\d{4})\\d+", "$1");
  }

  private static List<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false)
        .filter(name -> !name.matches("QTime|kernel"))
        .toList();
  }

  private static Http http() {
    return new Http(server.url());
  }

  private static void core(String name, String schema, String config) throws IOException {
    Path core = Files.createDirectories(home.folder().resolve(name).resolve("conf"));
    boolean byHand = config.contains("ClassicIndexSchemaFactory");
    Files.writeString(core.resolve(byHand ? "schema.xml" : "managed-schema.xml"), schema);
    Files.writeString(core.resolve("solrconfig.xml"), config);
    Files.writeString(core.resolveSibling("core.properties"), "name=" + name + "\n");
  }

  /** A user's solrconfig.xml, with a schema that Solr manages. */
  private static String config(String processors) throws IOException {
    return resource("solrconfig.xml").replace("<!-- here -->", processors);
  }

  /** A user's solrconfig.xml, with a schema that is edited by hand. */
  private static String classic(String processors) throws IOException {
    return config("<schemaFactory class=\"ClassicIndexSchemaFactory\"/>" + processors);
  }

  /** A user's schema with the lines of the page. */
  private static String schema(Page page) throws IOException {
    String narrative = "<field name=\"narrative\" type=\"text_general\" multiValued=\"false\"/>";
    return resource("managed-schema.xml")
        .replace("<uniqueKey>", narrative + page.block("xml", "<field name=") + "<uniqueKey>");
  }

  /** The chain of Solr's configset _default, or the page's edited beginning of it. */
  private static String unknownFields(String edited) throws IOException {
    String chain = resource("unknown-fields.xml");
    if (edited.isEmpty()) {
      return chain;
    }
    String start = "<updateRequestProcessorChain";
    return chain.substring(0, chain.indexOf(start))
        + edited
        + chain.substring(chain.indexOf('>', chain.indexOf(start)) + 1);
  }

  private static String resource(String name) throws IOException {
    try (var in = SolrPageIT.class.getResourceAsStream("page/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The parameter that a row of the table is of. */
  private static String parameter(List<String> row) {
    return codes(row.get(0)).get(0);
  }

  /** The chain with a row's example in place of what it says of the parameter. */
  private static String with(String chain, List<String> row) {
    String example = codes(row.get(2)).get(0);
    assertThat(example).contains("\"" + parameter(row) + "\"");
    return chain
        .replaceFirst("<str name=\"" + parameter(row) + "\">.*</str>", "")
        .replaceFirst("</processor>", example + "</processor>");
  }

  private static List<String> codes(String cell) {
    List<String> codes = new ArrayList<>();
    CODE.matcher(cell).results().forEach(found -> codes.add(found.group(1)));
    return codes;
  }

  private static List<String> parametersOfThePlugin() throws IOException {
    try (ZipFile zip = new ZipFile(Fixture.PLUGIN.toFile())) {
      ZipEntry readme = zip.getEntry("docket-README.txt");
      String text = new String(zip.getInputStream(readme).readAllBytes(), StandardCharsets.UTF_8);
      return PARAMETER.matcher(text).results().map(found -> found.group(1)).toList();
    }
  }

  /** With the parts of each message put together. */
  private static String sources() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("solr-plugin", "categorizer/core")) {
      try (Stream<Path> files =
          Files.walk(Fixture.REPOSITORY.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    return sources.toString().replaceAll("\"\\s*\\+\\s*\"", "");
  }
}
