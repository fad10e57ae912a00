/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.docket.cli.DocketCommand;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.OutputPath;
import org.docket.cli.Progress;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.CollectionMixin;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.Clauses;
import org.docket.cli.solr.documents.Patience;
import org.docket.cli.solr.review.recording.GivenDecision;
import org.docket.cli.solr.review.recording.GivenDecisions;
import org.docket.cli.solr.review.recording.Recording;
import org.docket.corpus.CorpusOptions;
import org.docket.error.DocketException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code docket review --solr URL}. */
@Command(
    name = "review",
    headerHeading =
        "Example:%n"
            + "  ./docket review --solr http://127.0.0.1:8983/solr/complaints --export"
            + " reviewed.jsonl%n%n",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what waits for people to look at and what they decided, how often they agree with the"
          + " model (--stats), exports their decisions as training data (--export), and takes"
          + " decisions made elsewhere (--import).",
      "train takes the export as --reviewed or --input, evaluate and compare take it as --input."
    })
public final class ReviewCommand implements DocketCommand {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int DOUBTFUL = 10;
  private static final int MOST_DOUBTFUL = 10_000;

  @Mixin private CollectionMixin collection;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description =
          "Write all that people decided: JSON Lines, or CSV if the name ends in .csv; .gz"
              + " compresses. By id, so that the same decisions give the same file.")
  private Path export;

  @Option(
      names = "--held-out",
      paramLabel = "FILE",
      description =
          "Of that, put a fifth into this file, to compare models on: chosen by how a text begins, so"
              + " that form letters stay together and a document is always on the same side.")
  private Path heldOut;

  @Option(
      names = "--stats",
      description = "How often people accept the model's tag: by category, confidence and model.")
  private boolean stats;

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "How many of the least certain tags to show (default: 10).")
  private Integer queue;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      description =
          "Write decisions into the index that people made elsewhere, such as in a spreadsheet: rows"
              + " with id and category; those without a category are not decided yet.")
  private Path given;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who decided, where --import's file has no column reviewed_by.")
  private String reviewer;

  @Option(
      names = "--replace",
      description = "--import also changes what another person has decided; otherwise that stays.")
  private boolean replace;

  @Option(
      names = "--new-categories",
      description = "--import also takes categories that the model does not have.")
  private boolean newCategories;

  @Mixin private OutputMixin output;

  @Override
  public Integer call() throws IOException {
    check();
    try (SolrCollection solr = collection.open()) {
      if (export != null) {
        checkFiles();
      }
      CollectionInfo info = solr.info();
      if (export != null) {
        export(solr, info);
      } else if (given != null) {
        record(solr, info);
      } else if (stats) {
        stats(solr, info);
      } else {
        queue(solr, info);
      }
    }
    return ExitCode.DONE;
  }

  private void check() {
    List<String> asked =
        Stream.of(
                export == null ? "" : "--export",
                given == null ? "" : "--import",
                stats ? "--stats" : "",
                queue == null ? "" : "--queue")
            .filter(option -> !option.isEmpty())
            .toList();
    if (asked.size() > 1) {
      throw new DocketException(String.join(" and ", asked) + ": ask for one at a time");
    }
    if (heldOut != null && export == null) {
      throw new DocketException(
          "--held-out is a part of what is exported: name the rest by --export");
    }
    if (given == null && (reviewer != null || replace || newCategories)) {
      throw new DocketException("--reviewer, --replace and --new-categories go with --import FILE");
    }
    if (queue != null && (queue < 1 || queue > MOST_DOUBTFUL)) {
      throw new DocketException("--queue is " + queue + "; it must be from 1 to " + MOST_DOUBTFUL);
    }
  }

  private void checkFiles() {
    OutputPath path = new OutputPath("--export", export).requireNoModel();
    DecisionFormat.of("--export", export);
    DecisionWriter.requireOwn("--export", export);
    if (heldOut != null) {
      path.requireNot("--held-out", List.of(heldOut));
      new OutputPath("--held-out", heldOut).requireNoModel();
      DecisionFormat.of("--held-out", heldOut);
      DecisionWriter.requireOwn("--held-out", heldOut);
    }
  }

  private void export(SolrCollection solr, CollectionInfo info) throws IOException {
    if (Clauses.persons(info).isEmpty()) {
      throw new DocketException(
          "nothing in this collection tells a person's tag from a model's: set doccat.sourceField,"
              + " see docs/solr.md");
    }
    Export exported = new Export(solr, info, patience(solr));
    exported.write(export, Optional.ofNullable(heldOut));
    if (output.json()) {
      output.print(exported.json(export, Optional.ofNullable(heldOut)));
    }
    tell(exported);
  }

  private Patience patience(SolrCollection solr) {
    return new Patience(solr, PATIENCE, output.remarks()::warn, () -> false);
  }

  private void tell(Export exported) {
    output
        .remarks()
        .tell(
            String.format(
                Locale.ROOT,
                "wrote %,d decisions to %s%s",
                exported.decisions() - exported.heldOut(),
                export,
                heldOut == null
                    ? ""
                    : String.format(Locale.ROOT, " and %,d to %s", exported.heldOut(), heldOut)));
    if (exported.decisions() == 0) {
      output.remarks().warn("nobody has decided anything yet, as far as the index tells");
    }
    if (heldOut != null && exported.heldOut() == 0 && exported.decisions() > 0) {
      output
          .remarks()
          .warn(
              "nothing is held out: the decisions are too few, or their texts all begin alike, for a"
                  + " fifth to fall aside");
    }
    if (exported.unsigned() > 0) {
      output
          .remarks()
          .warn(exported.unsigned() + " of them do not tell who decided: other clients made them");
    }
    if (exported.withoutText() > 0) {
      output
          .remarks()
          .warn(
              exported.withoutText()
                  + " decisions are left out: their documents have no text, or none that is stored");
    }
  }

  private void record(SolrCollection solr, CollectionInfo info) throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS); // as finely as Solr keeps it
    GivenDecisions reader =
        new GivenDecisions(info.uniqueKey(), Optional.ofNullable(reviewer), now);
    List<GivenDecision> decisions =
        reader.read(
            given, CorpusOptions.builder().labelled(false).notices(output.remarks()::warn).build());
    if (!newCategories) {
      GivenDecisions.requireKnown(given, decisions, info.categories());
    }
    Recording.Outcome outcome;
    try (Progress progress =
        Progress.passing("recording decisions", "decisions", decisions.size())) {
      outcome = new Recording(solr, info, replace, patience(solr)).write(decisions, progress::step);
    }
    RecordingText.tell(outcome, reader.undecided(), output);
  }

  private void stats(SolrCollection solr, CollectionInfo info) {
    Agreement agreement = Agreement.of(solr, info);
    if (output.json()) {
      output.print(agreement.json());
    } else {
      AgreementText.print(agreement, output.out());
    }
  }

  private void queue(SolrCollection solr, CollectionInfo info) {
    Queue waiting = Queue.of(solr, info, queue == null ? DOUBTFUL : queue);
    if (output.json()) {
      output.print(waiting.json());
    } else {
      QueueText.print(waiting, info, output.out());
    }
  }
}
