/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.io.input.ObservableInputStream;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest.ACTION;
import org.apache.solr.client.solrj.request.ContentStreamUpdateRequest;
import org.apache.solr.client.solrj.response.FacetField.Count;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.ContentStreamBase;

/** The indexed complaints: what the demo asks of Solr, and the addresses that it asks at. */
final class DemoIndex implements AutoCloseable {

  private static final String CATEGORY = "predicted_category";
  private static final String ALL = "*:*";
  private static final String WORDS = "interest rate";
  private static final int MAX_ROWS = 10_000;

  private final String url;
  private final SolrClient solr;

  /**
   * @param solr the address of Solr, without a slash at its end
   * @param core the name of the core
   */
  DemoIndex(URI solr, String core) {
    this.url = solr + "/" + core;
    this.solr = new HttpJdkSolrClient.Builder(url).useHttp1_1(true).build();
  }

  /**
   * Indexes a CSV whose columns are named as the fields are, and makes it searchable.
   *
   * @param sent gets how many bytes of it were sent, again and again
   */
  void add(Path csv, LongConsumer sent) throws IOException, SolrServerException {
    ContentStreamUpdateRequest update = new ContentStreamUpdateRequest("/update");
    ContentStreamBase stream = new WatchedFile(csv, sent);
    stream.setContentType("text/csv; charset=utf-8");
    update.addContentStream(stream);
    update.setAction(ACTION.COMMIT, true, true);
    update.process(solr);
  }

  /** How many complaints have which category, the most frequent first. */
  Map<String, Long> facets() throws IOException, SolrServerException {
    Map<String, Long> facets = new LinkedHashMap<>();
    for (Count count :
        solr.query(faceted(query(ALL).set("rows", 0))).getFacetField(CATEGORY).getValues()) {
      facets.put(count.getName(), count.getCount());
    }
    return facets;
  }

  /** All complaints, in the order of their ids. */
  List<TaggedComplaint> complaints() throws IOException, SolrServerException {
    ModifiableSolrParams all = query(ALL).set("rows", MAX_ROWS).set("sort", "complaint_id asc");
    return solr.query(all).getResults().stream().map(TaggedComplaint::of).toList();
  }

  /**
   * Addresses to open in a browser, by what they show. Each has been asked and has found something.
   *
   * @param category what to filter by
   */
  Map<String, URI> addresses(String category) throws IOException, SolrServerException {
    Map<String, URI> addresses = new LinkedHashMap<>();
    addresses.put("the facets", address(faceted(query(ALL).set("rows", 0))));
    addresses.put(
        "only " + category, address(query(ALL).set("fq", CATEGORY + ":\"" + category + "\"")));
    addresses.put("search \"" + WORDS + "\"", address(faceted(query(WORDS).set("hl", true))));
    return addresses;
  }

  @Override
  public void close() throws IOException {
    solr.close();
  }

  /** Tells how much of it has been read. */
  private static final class WatchedFile extends ContentStreamBase.FileStream {

    private final LongConsumer sent;

    WatchedFile(Path file, LongConsumer sent) {
      super(file.toFile());
      this.sent = sent;
    }

    @Override
    public InputStream getStream() throws IOException {
      return new ObservableInputStream(
          super.getStream(),
          new ObservableInputStream.Observer() {
            @Override
            public void data(byte[] buffer, int offset, int length) {
              sent.accept(length);
            }
          });
    }
  }

  private URI address(ModifiableSolrParams query) throws IOException, SolrServerException {
    URI address = URI.create(url + "/select" + query.toQueryString());
    if (solr.query(query).getResults().getNumFound() == 0) {
      throw new IOException("Solr found nothing at " + address);
    }
    return address;
  }

  private static ModifiableSolrParams query(String words) {
    return new ModifiableSolrParams().set("q", words);
  }

  private static ModifiableSolrParams faceted(ModifiableSolrParams query) {
    return query.set("facet", true).set("facet.field", CATEGORY);
  }
}
