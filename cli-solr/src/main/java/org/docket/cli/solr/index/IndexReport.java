/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.docket.cli.OutputMixin;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.error.DocketException;

/** Tells what came of a run. */
final class IndexReport {

  private static final int CATEGORIES = 1_000;

  private final IndexSettings settings;
  private final SolrCollection solr;
  private final CollectionInfo info;
  private final OutputMixin output;

  IndexReport(
      IndexSettings settings, SolrCollection solr, CollectionInfo info, OutputMixin output) {
    this.settings = settings;
    this.solr = solr;
    this.info = info;
    this.output = output;
  }

  /** All is done. */
  void done(IndexResult result, boolean partialDuplicates) {
    if (result.rejected() > 0) {
      output
          .remarks()
          .warn(
              format(
                  "%s could not be indexed, and %s in %s with the reason; correct and index that"
                      + " file",
                  documents(result.rejected()),
                  result.rejected() == 1 ? "is" : "are",
                  settings.rejected()));
    }
    if (partialDuplicates) {
      output.remarks().warn("there were too many ids to count all duplicates in this heap");
    }
    Map<String, Long> categories = settings.commit() ? categories() : Map.of();
    if (output.json()) {
      Map<String, Object> facts = result.facts();
      if (result.rejected() > 0) {
        facts.put("rejectedFile", settings.rejected().toString());
      }
      facts.put("categories", categories);
      facts.put("address", address());
      output.print(facts);
      return;
    }
    print(result);
  }

  /** It did not come to its end, and can go on. */
  void interrupted(String why, IndexResult result) {
    output
        .remarks()
        .warn(
            format(
                "%s; %s %s indexed%s",
                why,
                documents(result.indexed()),
                result.indexed() == 1 ? "is" : "are",
                Files.exists(settings.journal())
                    ? " (the same command with --resume goes on; its journal is "
                        + settings.journal()
                        + ")"
                    : ""));
  }

  /** It has no sense to go on. */
  void failed(String why) {
    output.remarks().warn(why + "; mend what is wrong, and run it again");
  }

  private void print(IndexResult result) {
    output
        .out()
        .println(
            format(
                "%s in the collection: %,d new, %,d updated%s",
                documents(result.indexed()),
                result.added(),
                result.updated(),
                result.rejected() > 0 ? format(", %,d more rejected", result.rejected()) : ""));
    List<String> besides = besides(result);
    if (!besides.isEmpty()) {
      output.out().println("of the input: " + String.join(", ", besides));
    }
    output
        .out()
        .println(
            format(
                "%,.0f documents a second: %s in %.1f s, by %d %s%s",
                result.perSecond(),
                documents(result.now()),
                result.seconds(),
                result.clients(),
                result.clients() == 1 ? "client" : "clients",
                result.retries() > 0 ? format(", %,d requests again", result.retries()) : ""));
    if (!settings.commit()) {
      output.out().println("not committed (--no-commit): found when Solr commits");
    }
    output.out().println("see " + address());
    output.out().flush();
  }

  private static List<String> besides(IndexResult result) {
    List<String> besides = new ArrayList<>();
    if (result.duplicates() > 0) {
      besides.add(
          format(
              "%,d %s an id that came before",
              result.duplicates(), result.duplicates() == 1 ? "row has" : "rows have"));
    }
    if (result.withoutText() > 0) {
      besides.add(format("%,d without text", result.withoutText()));
    }
    if (result.badRows() > 0) {
      besides.add(format("%,d bad", result.badRows()));
    }
    if (result.resumed() > 0) {
      besides.add(format("%,d rows were done before", result.resumed()));
    }
    return besides;
  }

  /** Of the whole collection; a field that cannot be counted is no failure of the indexing. */
  private Map<String, Long> categories() {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("q", "*:*").set("rows", 0).set("facet", true).set("facet.mincount", 1);
    params.set("facet.field", info.category()).set("facet.limit", CATEGORIES);
    Map<String, Long> categories = new LinkedHashMap<>();
    try {
      NamedList<Object> answer = solr.ask(new QueryRequest(params, SolrRequest.METHOD.POST));
      if (answer.get("facet_counts") instanceof NamedList<?> facets
          && facets.get("facet_fields") instanceof NamedList<?> fields
          && fields.get(info.category()) instanceof NamedList<?> counts) {
        counts.forEach((category, count) -> categories.put(category, ((Number) count).longValue()));
      }
    } catch (DocketException e) {
      output.remarks().tell("the categories cannot be counted: " + e.getMessage());
    }
    return categories;
  }

  private String address() {
    String query = "/select?q=*:*&facet=true&facet.field=" + info.category();
    return solr.name().startsWith("http") ? solr.name() + query : solr.name();
  }

  private static String documents(long count) {
    return format("%,d %s", count, count == 1 ? "document" : "documents");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
