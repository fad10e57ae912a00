/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The indexed complaints: what the demo asks of Solr, and the addresses that it asks at. */
final class DemoIndex {

  private static final String CATEGORY = "predicted_category";
  private static final String ALL = "*:*";
  private static final String WORDS = "interest rate";
  private static final String MAX_ROWS = "10000";

  private final SolrCore core;

  DemoIndex(SolrCore core) {
    this.core = core;
  }

  void add(Path csv) throws IOException, InterruptedException {
    core.index(csv);
  }

  /** How many complaints have which category, the most frequent first. */
  Map<String, Integer> facets() throws IOException, InterruptedException {
    JsonNode counts = core.get(facetAddress()).at("/facet_counts/facet_fields/" + CATEGORY);
    Map<String, Integer> facets = new LinkedHashMap<>();
    IntStream.range(0, counts.size() / 2)
        .forEach(i -> facets.put(counts.get(2 * i).asText(), counts.get(2 * i + 1).asInt()));
    return facets;
  }

  /** All complaints, in the order of their ids. */
  List<TaggedComplaint> complaints() throws IOException, InterruptedException {
    URI all = core.search("q", ALL, "rows", MAX_ROWS, "sort", "complaint_id asc");
    return TaggedComplaint.of(core.get(all));
  }

  /**
   * Addresses to open in a browser, by what they show. Each has been asked and has found something.
   *
   * @param category what to filter by
   */
  Map<String, URI> addresses(String category) throws IOException, InterruptedException {
    Map<String, URI> addresses = new LinkedHashMap<>();
    addresses.put("the facets", facetAddress());
    addresses.put("only " + category, filterAddress(category));
    addresses.put("search \"" + WORDS + "\"", searchAddress());
    for (URI address : addresses.values()) {
      verify(address);
    }
    return addresses;
  }

  private URI facetAddress() {
    return core.search("q", ALL, "rows", "0", "facet", "true", "facet.field", CATEGORY);
  }

  private URI filterAddress(String category) {
    return core.search("q", ALL, "fq", CATEGORY + ":\"" + category + "\"");
  }

  private URI searchAddress() {
    return core.search("q", WORDS, "hl", "true", "facet", "true", "facet.field", CATEGORY);
  }

  private void verify(URI address) throws IOException, InterruptedException {
    if (core.get(address).at("/response/numFound").asInt() == 0) {
      throw new IOException("Solr found nothing at " + address);
    }
  }
}
