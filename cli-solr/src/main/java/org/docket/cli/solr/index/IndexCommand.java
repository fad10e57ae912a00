/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.docket.cli.CorpusMixin;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.Interruption;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.CollectionMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.index.fields.DocumentMaker;
import org.docket.cli.solr.index.send.DeliveryException;
import org.docket.cli.solr.index.send.Stop;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket index --input FILE... --solr URL}. */
@Command(
    name = "index",
    headerHeading =
        "Example:%n"
            + "  ./docket index --input conf/demo/complaints.csv \\%n"
            + "    --solr http://127.0.0.1:8983/solr/complaints%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Indexes documents of any corpus, with all their columns; Solr tags them.",
      "A document that is there already is updated: what people decided stays. What Solr refuses is"
          + " written aside with the reason. --resume goes on where a run was interrupted."
    })
public final class IndexCommand implements DocketCommand {

  private static final int MOST_CLIENTS = 64;
  private static final int MOST_SECONDS = 86_400;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "What to index; - is standard input.")
  private List<Path> input;

  @Option(names = "--resume", description = "Go on where a run was interrupted.")
  private boolean resume;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "What Solr has acknowledged, for --resume (default: beside the first input, with"
              + " .index-journal behind its name). It goes when all is done.")
  private Path journal;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description =
          "Documents that Solr refuses, as JSON Lines with the reason (default: beside the first"
              + " input, with .rejected.jsonl behind its name); written only if there are any.")
  private Path rejected;

  @Option(
      names = "--dry-run",
      description =
          "Read all, tell which column is which field, show the first document; send" + " nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-commit",
      description = "Leave it to Solr when documents are safe on the disk and can be found.")
  private boolean noCommit;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many send at once at most; fewer where more do not help (default: 8).")
  private int clients;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "How long to wait for a Solr that takes nothing (default: 300).")
  private int wait;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "Parameter of each update, such as update.chain=NAME.")
  private List<String> parameters = List.of();

  @Mixin private CollectionMixin collection;

  @Mixin private MappingMixin mapping;

  @Mixin private OutputMixin output;

  @Mixin private CorpusMixin corpus;

  @Override
  public Integer call() throws IOException {
    try (SolrCollection solr = collection.open()) {
      IndexSettings settings = settings();
      CollectionInfo info = solr.info();
      DocumentMaker maker =
          DocumentMaker.of(
              solr, info, settings.mapping(), output.remarks()::tell, output.remarks()::warn);
      if (dryRun) {
        return new DryRun(settings, maker, info, output).run();
      }
      tellOfJournal(settings);
      return index(settings, solr, info, maker);
    }
  }

  private int index(
      IndexSettings settings, SolrCollection solr, CollectionInfo info, DocumentMaker maker)
      throws IOException {
    Stop stop = new Stop();
    IndexRun run = new IndexRun(settings, solr, info, maker, stop, output.remarks()::warn);
    IndexReport report = new IndexReport(settings, solr, info, output);
    Interruption interruption =
        Interruption.listen(
            () -> {
              stop.ask();
              output.remarks().warn("stopping; Ctrl-C again ends it at once");
            },
            () -> {});
    try {
      run.run();
      report.done(run.result(), run.duplicatesArePartial());
      return ExitCode.DONE;
    } catch (TooManyRejectedException e) {
      report.failed(e.getMessage());
      return ExitCode.FAILED;
    } catch (ClientSending.InterruptedRun e) {
      report.interrupted("stopped", run.result());
      return ExitCode.INTERRUPTED;
    } catch (DeliveryException e) {
      return ended(e, run, report);
    } catch (DocketException e) {
      report.interrupted("the input ends the run", run.result());
      throw e;
    } finally {
      interruption.close();
    }
  }

  private static int ended(DeliveryException e, IndexRun run, IndexReport report) {
    if (e.isStop()) {
      report.interrupted("stopped", run.result());
      return ExitCode.INTERRUPTED;
    }
    if (!e.isSolr() && !e.isFile()) {
      throw e;
    }
    report.interrupted(e.getMessage(), run.result());
    return ExitCode.FAILED;
  }

  private IndexSettings settings() {
    require(clients >= 1 && clients <= MOST_CLIENTS, "--clients", clients, MOST_CLIENTS);
    require(wait >= 1 && wait <= MOST_SECONDS, "--wait", wait, MOST_SECONDS);
    CorpusOptions options = corpus.unlabelled().toBuilder().fields(true).build();
    Inputs inputs = Inputs.of(input);
    Path log = journal == null ? inputs.beside(".index-journal") : journal;
    Path aside = rejected == null ? inputs.beside(".rejected.jsonl") : rejected;
    check("--journal", log, inputs);
    check("--rejected", aside, inputs);
    if (rejected == null && !resume) {
      aside = RejectedFile.free(aside);
    }
    return new IndexSettings(
        inputs,
        options,
        mapping.options(options),
        log,
        aside,
        resume,
        !noCommit,
        clients,
        Duration.ofSeconds(wait),
        IndexRun.parameters(parameters));
  }

  private void check(String option, Path file, Inputs inputs) {
    if (!dryRun) {
      corpus
          .requireOther(new OutputPath(option, file))
          .requireNot("--input", inputs.named())
          .requireNoModel();
    }
  }

  private static void require(boolean holds, String option, int value, int most) {
    if (!holds) {
      throw new DocketException(option + " is " + value + "; it must be from 1 to " + most);
    }
  }

  private void tellOfJournal(IndexSettings settings) {
    long left = Journal.left(settings.journal());
    if (left > 0 && !resume) {
      output
          .remarks()
          .warn(
              String.format(
                  Locale.ROOT,
                  "%s is of a run that was interrupted after %,d rows; all begins anew, and nothing"
                      + " is doubled (--resume would have gone on)",
                  settings.journal(),
                  left));
    } else if (resume && !Files.exists(settings.journal())) {
      output
          .remarks()
          .warn(
              "there is no journal "
                  + settings.journal()
                  + " to resume from: starting at the beginning");
    }
  }
}
