/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.Progress;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.cli.terminal.Terminal;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the main job on the demo complaints. */
@Command(
    name = "demo",
    headerHeading = "Example:%n" + "  ./docket demo --port 0 --exit%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Starts Solr with the plugin and the shipped model, indexes the demo complaints and shows what "
          + "came of it. Stays up until Ctrl-C."
    })
public final class DemoCommand implements DocketCommand {

  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--port",
      defaultValue = "8983",
      description =
          "Where Solr listens, on this machine only; 0 takes any free port (default: 8983).")
  private int port;

  @Option(names = "--exit", description = "Do not stay up.")
  private boolean exit;

  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws IOException, InterruptedException, SolrServerException {
    if (port < 0 || port > MAX_PORT) {
      throw new DocketException("--port is " + port + "; it must be from 0 to " + MAX_PORT);
    }
    DemoFiles files = DemoFiles.of(ServerFiles.clone("the demo"));
    try (DemoSolr solr = start(files)) {
      Thread hook = new Thread(solr::close, "demo-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      show(solr, files.complaints());
      if (!exit) {
        stayUp(solr);
      }
    }
    return ExitCode.DONE;
  }

  private DemoSolr start(DemoFiles files) throws IOException {
    say("Starting Solr ...");
    Instant start = Instant.now();
    DemoSolr solr = Progress.during("starting Solr", () -> DemoSolr.start(files.server(), port));
    say(
        "Solr is up in %s, with %s (%s) and %s (%s)",
        since(start),
        files.server().plugin().getFileName(),
        size(files.server().plugin()),
        files.server().model().getFileName(),
        size(files.server().model()));
    return solr;
  }

  private void show(DemoSolr solr, Path csv) throws IOException, SolrServerException {
    try (DemoIndex index = solr.index()) {
      Instant start = Instant.now();
      add(csv, index, solr.log().getParent());
      String time = since(start);
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      List<TaggedComplaint> complaints = index.complaints();
      say("%d complaints are tagged and indexed in %s", complaints.size(), time);
      if (output.json()) {
        output.print(facts(solr.page(), index, complaints, seconds));
      } else {
        print(solr.page(), index, complaints);
      }
    }
  }

  private static void add(Path csv, DemoIndex index, Path home) {
    try (Progress progress = Progress.passing("indexing", "", Files.size(csv))) {
      index.add(csv, progress::step);
    } catch (IOException | SolrServerException | SolrException e) {
      throw new DocketException(
          "Solr could not index the complaints: "
              + e.getMessage()
              + " (its folder is "
              + home
              + "; DOCKET_JAVA_OPTS=-Djava.io.tmpdir=FOLDER names a place with more room)",
          e);
    }
  }

  private static Map<String, Object> facts(
      URI page, DemoIndex index, List<TaggedComplaint> complaints, double seconds)
      throws IOException, SolrServerException {
    Map<String, Long> facets = index.facets();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("complaints", complaints.size());
    facts.put("seconds", seconds);
    facts.put("facets", facets);
    facts.put("right", complaints.stream().filter(TaggedComplaint::isRight).count());
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses(page, index, facets)
        .forEach((what, address) -> addresses.put(what, address.toString()));
    facts.put("addresses", addresses);
    return facts;
  }

  private static Map<String, URI> addresses(URI page, DemoIndex index, Map<String, Long> facets)
      throws IOException, SolrServerException {
    Map<String, URI> addresses = new LinkedHashMap<>();
    addresses.put("the page: search, sort out, correct", page);
    addresses.putAll(index.addresses(facets.keySet().iterator().next()));
    return addresses;
  }

  private void print(URI page, DemoIndex index, List<TaggedComplaint> complaints)
      throws IOException, SolrServerException {
    Map<String, Long> facets = index.facets();
    DemoReport report = new DemoReport(output.out(), Terminal.out(), facets.keySet());
    report.facets(facets);
    report.samples(complaints);
    report.doubtful(complaints);
    report.accuracy(complaints);
    report.addresses(addresses(page, index, facets));
    output.out().flush();
  }

  private void stayUp(DemoSolr solr) throws InterruptedException {
    say("%nSolr's log is %s. Stop with Ctrl-C.", solr.log());
    solr.join();
  }

  private void say(String format, Object... values) {
    PrintWriter talk = output.talk();
    talk.println(String.format(Locale.ROOT, format, values));
    talk.flush();
  }

  private static String since(Instant start) {
    return String.format(
        Locale.ROOT, "%.1f s", Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }

  private static String size(Path file) throws IOException {
    return String.format(Locale.ROOT, "%.1f MB", Files.size(file) / 1e6);
  }
}
