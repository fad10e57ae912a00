/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.benchmarks.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.docket.corpus.Corpus;
import org.docket.corpus.CorpusOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cycles of index, {@code kill -9}, restart, check on one Solr node with Docket's plugin. */
@Command(name = "crash", mixinStandardHelpOptions = true, sortOptions = false)
final class Crash implements Callable<Integer> {

  private static final String CORE = "crash";
  private static final int LOADERS = 2;
  private static final int MIN_MILLIS = 100;
  private static final int MAX_MILLIS = 1500;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
  private static final long PAUSE_MILLIS = 100;
  private static final String LOG =
      """
      <Configuration status="error" shutdownHook="disable">
        <Appenders><File name="file" fileName="%s">
          <PatternLayout pattern="%%d %%-5p [%%X{core}] %%c{1} %%m%%n" charset="UTF-8"/>
        </File></Appenders>
        <Loggers><Root level="warn"><AppenderRef ref="file"/></Root></Loggers>
      </Configuration>
      """;

  @Option(names = "--cycles", defaultValue = "100", description = "How often; ${DEFAULT-VALUE}.")
  private int cycles;

  @Option(names = "--seed", defaultValue = "1", description = "Of batches and times to kill.")
  private long seed;

  @Option(names = "--folder", required = true, description = "For the Solr home and its log.")
  private Path folder;

  @Option(names = "--class-path", required = true, description = "Of docket-solr-server.")
  private String classPath;

  @Option(names = "--plugin", required = true, description = "docket-solr's zip.")
  private Path plugin;

  @Option(names = "--model", required = true, description = "The model file.")
  private Path model;

  @Option(names = "--configset", required = true, description = "The folder of the configset.")
  private Path configset;

  @Option(names = "--csv", required = true, description = "Where the texts come from.")
  private Path csv;

  private final List<String> acknowledged = new ArrayList<>();

  public static void main(String[] args) {
    System.exit(new CommandLine(new Crash()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("log4j2.xml"), String.format(Locale.ROOT, LOG, folder.resolve("solr.log")));
    int port = freePort();
    SolrCore solr = new SolrCore(port, CORE);
    try (SolrProcess process = new SolrProcess(classPath, arguments(port), folder)) {
      Runtime.getRuntime().addShutdownHook(new Thread(process::close, "solr-stop"));
      process.start();
      check(process, solr);
      return run(process, solr);
    }
  }

  private int run(SolrProcess process, SolrCore solr) throws IOException, InterruptedException {
    List<String> texts = texts();
    SplittableRandom random = new SplittableRandom(seed);
    Findings findings = new Findings(0, List.of(), List.of(), List.of());
    for (int cycle = 1; cycle <= cycles; cycle++) {
      int before = acknowledged.size();
      long millis = indexAndKill(cycle, process, solr, texts, random);
      long start = System.nanoTime();
      process.start();
      findings = check(process, solr);
      System.out.printf(
          Locale.ROOT,
          "cycle %3d: %,6d acknowledged, killed after %,5d ms, complete after %4.1f s;"
              + " %,8d documents: %d lost, %d untagged, %d tagged differently%n",
          cycle,
          acknowledged.size() - before,
          millis,
          (System.nanoTime() - start) / 1e9,
          findings.documents(),
          findings.lost().size(),
          findings.untagged().size(),
          findings.different().size());
      if (!findings.isEmpty()) {
        System.out.println("FAILED: " + findings);
        return 1;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d times killed, %,d documents acknowledged, %,d in the index: none lost, none untagged%n",
        cycles,
        acknowledged.size(),
        findings.documents());
    return 0;
  }

  /** How long it was let live after the first acknowledged documents, in milliseconds. */
  private long indexAndKill(
      int cycle, SolrProcess process, SolrCore solr, List<String> texts, SplittableRandom random)
      throws InterruptedException {
    List<Loader> loaders = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      loaders.add(new Loader(cycle + "-" + i, texts, solr, random.split()));
    }
    for (Loader loader : loaders) {
      loader.awaitFirst();
    }
    long millis = random.nextInt(MIN_MILLIS, MAX_MILLIS);
    Thread.sleep(millis);
    process.kill();
    for (Loader loader : loaders) {
      loader.join();
      acknowledged.addAll(loader.acknowledged());
    }
    return millis;
  }

  /**
   * Looks at the index once Solr answers; again while documents are missing, for the update log is
   * replayed in the background.
   */
  private Findings check(SolrProcess process, SolrCore solr)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE;
    Findings findings = null;
    String last = "no answer";
    while (System.nanoTime() < deadline && (findings == null || !findings.lost().isEmpty())) {
      if (!process.isRunning()) {
        throw new IOException("Solr ended by itself; see " + process.output());
      }
      try {
        solr.commit();
        findings = Findings.of(acknowledged, solr.all());
      } catch (IOException e) {
        last = e.getMessage();
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    if (findings == null) {
      throw new IOException("Solr does not answer: " + last);
    }
    return findings;
  }

  private List<String> texts() {
    List<String> texts = new ArrayList<>();
    Corpus.read(csv, CorpusOptions.defaults(), document -> texts.add(document.text()));
    return texts;
  }

  private List<String> arguments(int port) {
    return List.of(
        folder.resolve("home").toString(),
        String.valueOf(port),
        plugin.toString(),
        model.toString(),
        configset.toString(),
        CORE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
