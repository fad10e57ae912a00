/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.solr.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.docket.fuzz.MutatedTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated complaints through Solr's doors, /update and /doccat, beside the door for text of the
 * same jar. {@code -Ddocket.mutated=100000} tries so many. Half characters travel as JSON's
 * escapes.
 */
class MutatedTextsIT {

  private static final int TEXTS = Integer.getInteger("docket.mutated", 500);
  private static final int BATCH = 500;
  private static final long SEED = 13;
  private static final String CORE = "complaints";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Http solr;
  private JarDoor door;

  @Test
  @Timeout(3600)
  void allDoorsGiveTheSameProbabilities() throws Exception {
    Path model = Fixture.REPOSITORY.resolve("models/complaints-en.bin");
    SolrHome home =
        SolrHome.create(folder)
            .addPlugin(Fixture.PLUGIN)
            .addModel(model)
            .addCore(CORE, Fixture.CONFIGSET);
    try (SolrServer server = SolrServer.start(home.folder(), 0);
        JarDoor jar = new JarDoor(home.folder().resolve("lib"), model)) {
      solr = new Http(server.url());
      door = jar;
      Iterator<String> texts = MutatedTexts.of(complaints(), SEED).iterator();
      for (int done = 0; done < TEXTS; done += BATCH) {
        List<String> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
          batch.add(texts.next());
        }
        requireSame(batch);
      }
    }
  }

  private void requireSame(List<String> batch) throws Exception {
    solr.add(CORE, documents(batch));
    Map<String, JsonNode> tagged = tagged();
    for (int i = 0; i < batch.size(); i++) {
      String text = batch.get(i);
      if (text.isBlank()) {
        continue; // Solr's doors answer to texts only
      }
      Map<String, Double> expected = door.categorize(text);
      JsonNode answer = solr.post("/complaints/doccat", "application/json", body(text));
      Map<String, Double> probabilities = probabilities(answer);
      assertThat(probabilities).as(text).isEqualTo(expected);
      assertThat(probabilities.values().stream().mapToDouble(p -> p).sum())
          .isCloseTo(1, within(1e-9));
      requireTag(tagged.get(String.valueOf(i)), answer, text);
    }
  }

  /** The document has what /doccat says that it would get. */
  private static void requireTag(JsonNode document, JsonNode answer, String text) {
    assertThat(answer.at("/tag")).as(text).isNotEmpty();
    answer
        .at("/tag")
        .properties()
        .forEach(
            field ->
                assertThat(document.path(field.getKey())).as(text).isEqualTo(field.getValue()));
  }

  private static Map<String, Double> probabilities(JsonNode answer) {
    Map<String, Double> probabilities = new HashMap<>();
    for (JsonNode category : answer.at("/categories")) {
      probabilities.put(
          category.path("category").asText(), category.path("probability").asDouble(Double.NaN));
    }
    return probabilities;
  }

  private Map<String, JsonNode> tagged() throws Exception {
    Map<String, JsonNode> documents = new HashMap<>();
    solr.get("/complaints/select?q=*:*&rows=" + BATCH)
        .at("/response/docs")
        .forEach(document -> documents.put(document.path("complaint_id").asText(), document));
    assertThat(documents).hasSize(BATCH);
    return documents;
  }

  private static String documents(List<String> batch) throws IOException {
    List<Map<String, String>> documents = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      documents.add(Map.of("complaint_id", String.valueOf(i), "narrative", batch.get(i)));
    }
    return json(documents);
  }

  private static String body(String text) throws IOException {
    return json(Map.of("text", text));
  }

  /** In ASCII: half a character has no bytes in UTF-8. */
  private static String json(Object value) throws IOException {
    StringBuilder json = new StringBuilder();
    for (char unit : JSON.writeValueAsString(value).toCharArray()) {
      json.append(
          unit < 0x7F ? String.valueOf(unit) : String.format(Locale.ROOT, "\\u%04x", (int) unit));
    }
    return json.toString();
  }

  /** As Solr reads them, which are deleted then. */
  private List<String> complaints() throws Exception {
    Path file = Fixture.REPOSITORY.resolve("conf/demo/complaints-hard.csv");
    String csv = Files.readString(file);
    solr.post("/complaints/update?commit=true", "text/csv; charset=utf-8", csv);
    JsonNode found = solr.get("/complaints/select?q=*:*&rows=1000&sort=complaint_id+asc");
    solr.post(
        "/complaints/update?commit=true", "application/json", "{\"delete\":{\"query\":\"*:*\"}}");
    return StreamSupport.stream(found.at("/response/docs").spliterator(), false)
        .map(document -> document.path("narrative").asText())
        .toList();
  }

  /** LstmDocumentCategorizer of the plugin's jars, whose classes stay off our class path. */
  private static final class JarDoor implements AutoCloseable {

    private final URLClassLoader loader;
    private final Object categorizer;
    private final Method categorize;

    JarDoor(Path lib, Path model) throws Exception {
      try (Stream<Path> jars = Files.list(lib)) {
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars.toList()) {
          urls.add(jar.toUri().toURL());
        }
        loader = new URLClassLoader(urls.toArray(URL[]::new), getClass().getClassLoader());
      }
      Class<?> type = loader.loadClass("org.docket.LstmDocumentCategorizer");
      categorizer = type.getMethod("load", Path.class).invoke(null, model);
      categorize = type.getMethod("categorize", String.class);
    }

    Map<String, Double> categorize(String text) throws ReflectiveOperationException {
      Object answer = categorize.invoke(categorizer, text);
      Map<String, Double> probabilities = new HashMap<>();
      for (Object scored : (List<?>) value(answer, "ranked")) {
        probabilities.put(
            (String) value(scored, "category"), (Double) value(scored, "probability"));
      }
      return probabilities;
    }

    private static Object value(Object of, String name) throws ReflectiveOperationException {
      return of.getClass().getMethod(name).invoke(of);
    }

    @Override
    public void close() throws IOException {
      loader.close();
    }
  }
}
