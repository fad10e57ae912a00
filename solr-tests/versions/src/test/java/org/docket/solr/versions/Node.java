/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.docket.solr.server.SolrHome;

/**
 * A Solr home with the packaged plugin and two cores of the shipped configset: one with the shipped
 * model, one with a model of OpenNLP's own trainers.
 *
 * @param home the Solr home
 */
record Node(Path home) {

  private static final Path REPOSITORY = Path.of(System.getProperty("docket.home"));
  private static final Path PLUGIN = Path.of(System.getProperty("docket.plugin.zip"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CORES = List.of("shipped", "stock");

  static Node create(Path folder, Path stockModel) throws IOException {
    Path shipped = REPOSITORY.resolve("models/complaints-en.bin");
    SolrHome home =
        SolrHome.create(folder.resolve("home"))
            .addPlugin(PLUGIN)
            .addModel(shipped)
            .addModel(stockModel);
    addCore(home, "shipped", shipped);
    addCore(home, "stock", stockModel);
    return new Node(home.folder());
  }

  private static void addCore(SolrHome home, String name, Path model) throws IOException {
    home.addCore(name, REPOSITORY.resolve("conf/complaints"));
    Files.writeString(
        home.folder().resolve(name).resolve("core.properties"),
        "name=" + name + "\ndocket.model=models/" + model.getFileName() + "\n");
  }

  /** As Solr's own start script has them, where that knows of Lucene's use of vectors. */
  List<String> options() {
    return List.of("-Xmx512m", "--add-modules", "jdk.incubator.vector");
  }

  /** Indexes all complaints anew; by core and id the category and its score, as Solr writes it. */
  Map<String, String> tags(SolrProcess solr) throws IOException, InterruptedException {
    Map<String, String> tags = new TreeMap<>();
    for (String core : CORES) {
      solr.post("/" + core + "/update?commit=true", complaints().toString());
      JsonNode found = solr.get("/" + core + "/select?rows=1000&q=*:*").at("/response/docs");
      assertThat(found).as(core).hasSameSizeAs(complaints());
      found.forEach(d -> tags.put(core + " " + d.path("complaint_id").asText(), tag(d)));
    }
    return tags;
  }

  void reload(SolrProcess solr) throws IOException, InterruptedException {
    for (String core : CORES) {
      solr.get("/admin/cores?action=RELOAD&core=" + core);
    }
  }

  private static String tag(JsonNode document) {
    return document.path("predicted_category").asText()
        + " "
        + document.path("predicted_score").asText();
  }

  /** The texts whose answers the repository holds. */
  private static ArrayNode complaints() throws IOException {
    ArrayNode documents = JSON.createArrayNode();
    int id = 0;
    for (String line :
        Files.readAllLines(REPOSITORY.resolve("models/complaints-en.golden.jsonl"))) {
      documents
          .addObject()
          .put("complaint_id", String.valueOf(id++))
          .put("narrative", JSON.readTree(line).path("text").asText());
    }
    return documents;
  }
}
