/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.Progress;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.server.LocalSolr;
import org.docket.cli.solr.server.ServerFiles;
import org.docket.error.DocketException;
import org.docket.solr.server.PageServer;
import org.docket.solr.server.PortInUseException;
import org.docket.solr.server.Serving;
import org.docket.solr.server.forward.Collection;
import org.docket.solr.server.guard.Access;
import org.docket.solr.server.guard.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs Solr and the page until it is stopped. */
@Command(
    name = "serve",
    headerHeading = "Example:%n" + "  ./docket serve --home my-documents%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Runs Solr with the plugin, the shipped model and the page to search, sort out and correct, "
          + "for this machine only. Data stays in the home. With --solr, the page for a Solr that "
          + "runs elsewhere. Stays up until Ctrl-C."
    })
public final class ServeCommand implements DocketCommand {

  private static final int MAX_PORT = 65_535;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description =
          "Where Solr's data, configset and model lie; laid out if it is new (default: .docket/solr"
              + " in your home folder).")
  private Path home;

  @Option(
      names = "--port",
      defaultValue = "8983",
      description = "Where to listen, on this machine only; 0 takes any free port (default: 8983).")
  private int port;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "For a new home, a model in the place of the shipped one.")
  private Path model;

  @Option(
      names = "--read-only",
      description = "Search and look, change nothing: neither the index nor Solr's configuration.")
  private boolean readOnly;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description =
          "A page of elsewhere that may ask too, such as https://docs.example.org; or the name that"
              + " a proxy in front has. May be repeated.")
  private List<String> origins = List.of();

  @Option(
      names = "--solr",
      paramLabel = "URL",
      description =
          "Show the page for this collection, such as http://search.example:8983/solr/complaints,"
              + " and run no Solr.")
  private String solr;

  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws InterruptedException {
    require(
        port >= 0 && port <= MAX_PORT, "--port is " + port + "; it must be from 0 to " + MAX_PORT);
    Access access = new Access(readOnly, origins());
    if (solr == null) {
      serveHome(access);
    } else {
      require(
          home == null && model == null,
          "--solr shows a Solr that runs elsewhere; leave out --home and --model");
      serveElsewhere(access, collection(solr));
    }
    return ExitCode.DONE;
  }

  private void serveHome(Access access) throws InterruptedException {
    require(model == null || Files.isRegularFile(model), "there is no model file " + model);
    ServerFiles files = ServerFiles.of(ServerFiles.clone("serve"));
    Path folder = home == null ? DefaultHome.folder() : home;
    try (ServedHome served =
            ServedHome.open(
                folder.toAbsolutePath().normalize(),
                files,
                Optional.ofNullable(model),
                output.remarks()::tell);
        LocalSolr running = start(served, access)) {
      stopAtEnd(running);
      served.serves(running.page());
      new ServeReport(output).home(served, running, access, files.model());
      running.join();
    }
  }

  private LocalSolr start(ServedHome served, Access access) {
    output.talk().println("Starting Solr ...");
    output.talk().flush();
    Serving serving = new Serving(port, access, ServerFiles.CORE);
    return Progress.during("starting Solr", () -> LocalSolr.start(served.folder(), serving));
  }

  private void serveElsewhere(Access access, Collection collection) throws InterruptedException {
    try (SolrCollection asked = SolrCollection.at(collection.url(), Optional.empty())) {
      CollectionCheck.check(asked, output.remarks()::warn);
    }
    try (PageServer page = PageServer.start(port, access, collection, PATIENCE)) {
      stopAtEnd(page);
      new ServeReport(output).elsewhere(page.page(), collection.url(), access);
      page.join();
    } catch (PortInUseException e) {
      throw new DocketException(e.getMessage() + " with --port", e);
    }
  }

  /** Also when a signal ends the process. */
  private static void stopAtEnd(AutoCloseable server) {
    Thread hook =
        new Thread(
            () -> {
              try {
                server.close();
              } catch (Exception e) {
                throw new IllegalStateException(e.getMessage(), e);
              }
            },
            "serve-stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private Set<Origin> origins() {
    return origins.stream().map(ServeCommand::origin).collect(Collectors.toSet());
  }

  private static Origin origin(String text) {
    return Origin.parse(text)
        .orElseThrow(
            () ->
                new DocketException(
                    "--allow-origin is \""
                        + text
                        + "\"; it must be the beginning of an address, up to the host or the port,"
                        + " such as https://docs.example.org"));
  }

  private static Collection collection(String url) {
    try {
      return Collection.parse(url);
    } catch (IllegalArgumentException e) {
      throw new DocketException("--solr: " + e.getMessage(), e);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new DocketException(message);
    }
  }
}
