/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.impl.InputStreamResponseParser;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.cli.Json;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/**
 * What a collection's configset says of its model, and what Solr's Config API has laid over it.
 *
 * @param properties that are set over the defaults of solrconfig.xml
 * @param processors that stand there alone, by name
 */
record ConfigOverlay(Map<String, Object> properties, Map<String, Object> processors) {

  private static final String MODEL = "doccat.model";

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern VALUE =
      Pattern.compile("name\\s*=\\s*[\"']doccat\\.model[\"']\\s*>([^<]*)<");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^:}]+)(:[^}]*)?}");

  /** No solrconfig.xml is longer. */
  private static final int MAX_CONFIG = 4 << 20;

  static ConfigOverlay read(SolrCollection collection) {
    Object overlay =
        collection.ask(new GenericSolrRequest(METHOD.GET, "/config/overlay")).get("overlay");
    return new ConfigOverlay(
        Tree.map(Tree.at(overlay, "userProps")), Tree.map(Tree.at(overlay, "updateProcessor")));
  }

  /** What served before, oldest first. */
  List<Former> formers() {
    Object formers = properties.get(ModelSetting.FORMERS);
    return formers == null
        ? List.of()
        : Former.read(formers.toString(), "the user property " + ModelSetting.FORMERS);
  }

  /**
   * How the model can be changed, if it can be over HTTP.
   *
   * @param location what {@code doccat.model} is now
   */
  Optional<ModelSetting> setting(SolrCollection collection, String location) {
    List<ModelSetting> found = new ArrayList<>();
    processors.forEach(
        (name, lines) -> {
          if (Tree.text(lines, MODEL).equals(location)) {
            found.add(ModelSetting.ofProcessor(name, Tree.map(lines)));
          }
        });
    if (found.isEmpty()) {
      properties(solrconfig(collection)).forEach(p -> found.add(ModelSetting.ofProperty(p)));
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The properties that alone are the model, of all processors. */
  static Set<String> properties(String solrconfig) {
    Set<String> properties = new LinkedHashSet<>();
    Matcher value = VALUE.matcher(COMMENT.matcher(solrconfig).replaceAll(""));
    while (value.find()) {
      Matcher property = PROPERTY.matcher(value.group(1).strip());
      if (property.matches()) {
        properties.add(property.group(1));
      }
    }
    return properties;
  }

  /** Of the configset, as it was written; empty where it cannot be had. */
  private static String solrconfig(SolrCollection collection) {
    GenericSolrRequest request =
        new GenericSolrRequest(
            METHOD.GET, "/admin/file", new ModifiableSolrParams().set("file", "solrconfig.xml"));
    request.setResponseParser(new InputStreamResponseParser("raw"));
    try (InputStream in = (InputStream) collection.ask(request).get("stream")) {
      return new String(in.readNBytes(MAX_CONFIG), StandardCharsets.UTF_8);
    } catch (IOException | DocketException e) {
      return "";
    }
  }

  /**
   * Changes it: Solr tells all replicas, which reload.
   *
   * @throws DocketException if Solr does not let us
   */
  static void change(SolrCollection collection, Map<String, Object> commands) {
    collection.ask(
        new GenericSolrRequest(METHOD.POST, "/config")
            .withContent(Json.line(commands).getBytes(StandardCharsets.UTF_8), "application/json"));
  }
}
