/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.docket.cli.DocketCommand;
import org.docket.cli.Interruption;
import org.docket.cli.OutputMixin;
import org.docket.cli.solr.collection.CollectionMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Patience;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket retag --solr URL}. */
@Command(
    name = "retag",
    headerHeading =
        "Example:%n"
            + "  ./docket retag --solr http://127.0.0.1:8983/solr/complaints --dry-run%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Tags again what an older model tagged, with the model in service; a person's tag stays.",
      "Shows old tags against new ones before anything is written. What would get the same tag is"
          + " written too, for the new score and the new model's name: so a run that was stopped goes"
          + " on where it ended, and the next one has nothing to do."
    })
public final class RetagCommand implements DocketCommand {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Mixin private CollectionMixin collection;

  @Option(
      names = "--query",
      paramLabel = "Q",
      description = "Only documents that this finds, in Solr's standard syntax (default: all).")
  private String query;

  @Option(names = "--dry-run", description = "Show what would change, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--all",
      description =
          "Compare also what the model in service tagged, as after a change of threshold, label map"
              + " or allow list; what would change is written.")
  private boolean all;

  @Option(names = "--yes", description = "Write without asking; needed where nobody can answer.")
  private boolean yes;

  @Option(
      names = "--resume",
      description =
          "With --all: go on where a stopped run ended, which the journal tells. Without --all every"
              + " run does that by itself.")
  private boolean resume;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      defaultValue = "docket-retag.journal",
      description =
          "Where --all notes how far it has come (default: docket-retag.journal in this folder).")
  private Path journal;

  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws IOException {
    if (query != null && query.isBlank()) {
      throw new DocketException("--query is blank: leave it out for all documents");
    }
    try (SolrCollection solr = collection.open();
        Interruption ctrlC =
            Interruption.listen(
                () -> output.remarks().warn("stopping when this page is done ..."), () -> {})) {
      Patience patience = new Patience(solr, PATIENCE, output.remarks()::warn, ctrlC::asked);
      return new RetagRun(solr, patience, output, ctrlC::asked, settings()).run();
    }
  }

  private RetagRun.Settings settings() {
    return new RetagRun.Settings(
        Optional.ofNullable(query), dryRun, all, yes, resume, journal.toAbsolutePath());
  }
}
