/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.docket.cli.OutputMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.server.LocalSolr;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.cli.terminal.Terminal;
import org.docket.solr.server.guard.Access;

/** Prints where everything is, and what to do next. */
final class ServeReport {

  private static final int COLUMN = 10;

  private final OutputMixin output;

  ServeReport(OutputMixin output) {
    this.output = output;
  }

  /** Of Docket's own Solr. */
  void home(ServedHome home, LocalSolr solr, Access access, Path shipped) {
    URI url = URI.create(solr.url() + "/" + ServerFiles.CORE);
    try (SolrCollection collection = SolrCollection.at(url, Optional.empty())) {
      long documents = documents(collection);
      ServedModel model = ServedModel.of(collection, shipped);
      if (output.json()) {
        Map<String, Object> facts = facts(solr.page(), url, access);
        facts.put("home", home.folder().toString());
        facts.put("new", home.isNew());
        facts.put("log", solr.log().toString());
        facts.put("documents", documents);
        model.addTo(facts);
        output.print(facts);
        return;
      }
      page(solr.page(), access);
      line("Data", home.folder() + (home.isNew() ? " (new)" : ""));
      line(
          "",
          documents + (documents == 1 ? " document" : " documents") + "; Solr's log is solr.log");
      line("Model", model.tag());
      model.advice(url).ifPresent(advice -> line("", advice));
      if (!access.readOnly()) {
        line("Index", "./docket index --input complaints.csv --solr " + url);
      }
      line("Stop", "Ctrl-C; all that was indexed is kept");
      output.out().flush();
    }
  }

  /** Of a Solr that runs elsewhere. */
  void elsewhere(URI page, URI url, Access access) {
    if (output.json()) {
      output.print(facts(page, url, access));
      return;
    }
    page(page, access);
    line("Solr", url.toString());
    line("Stop", "Ctrl-C; Solr itself goes on");
    output.out().flush();
  }

  private void page(URI page, Access access) {
    String link = Terminal.out().paint().link(page.toString());
    line("Page", link + (access.readOnly() ? " (read-only)" : ""));
    access.origins().stream()
        .map(Object::toString)
        .sorted()
        .forEach(origin -> line("", "also for " + origin));
  }

  private static Map<String, Object> facts(URI page, URI url, Access access) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("page", page.toString());
    facts.put("solr", url.toString());
    facts.put("readOnly", access.readOnly());
    return facts;
  }

  private static long documents(SolrCollection collection) {
    ModifiableSolrParams all = new ModifiableSolrParams().set("q", "*:*").set("rows", 0);
    return collection.select(all).get("response") instanceof SolrDocumentList found
        ? found.getNumFound()
        : 0;
  }

  private void line(String what, String text) {
    output
        .out()
        .println(String.format(Locale.ROOT, "%-" + COLUMN + "s%s", what, text).stripTrailing());
  }
}
