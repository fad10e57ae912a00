/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.solr.common.SolrDocumentList;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.Progress;
import org.docket.cli.solr.collection.CollectionInfo;
import org.docket.cli.solr.collection.SolrCollection;
import org.docket.cli.solr.documents.CursorWalk;
import org.docket.cli.solr.documents.Patience;

/** A run of retag: looks, shows, asks, writes. */
final class RetagRun {

  /**
   * What is wanted.
   *
   * @param query documents that are meant; all without one
   * @param all whether also those of the model in service
   * @param yes whether to write without asking
   * @param resume whether to go on where the journal says
   * @param journal its file
   */
  record Settings(
      Optional<String> query,
      boolean dryRun,
      boolean all,
      boolean yes,
      boolean resume,
      Path journal) {}

  private final SolrCollection collection;
  private final Patience patience;
  private final OutputMixin output;
  private final BooleanSupplier stopped;
  private final Settings settings;

  RetagRun(
      SolrCollection collection,
      Patience patience,
      OutputMixin output,
      BooleanSupplier stopped,
      Settings settings) {
    this.collection = collection;
    this.patience = patience;
    this.output = output;
    this.stopped = stopped;
    this.settings = settings;
  }

  /**
   * Runs.
   *
   * @return the exit code
   * @throws org.docket.error.DocketException if the collection is none that can be retagged
   * @throws IOException if Solr does not answer any more, or the model has changed meanwhile
   */
  int run() throws IOException {
    CollectionInfo info = collection.info();
    IndexCheck index = IndexCheck.of(collection);
    index.requireNothingLost();
    Scope scope = new Scope(info, settings.query(), settings.all(), index.hasChildren());
    Journal journal = Journal.of(settings.journal(), collection.name(), scope);
    if (scope.compares() && !settings.dryRun()) {
      journal.requireOwn();
    }
    tellLimits(scope);
    String start = scope.compares() && settings.resume() ? journal.cursor() : CursorWalk.START;
    CurrentModel model = new CurrentModel(collection, info, patience);
    Pages pages = new Pages(collection, patience, scope);
    if (!settings.dryRun()) {
      pages.commit(); // what an earlier run wrote is then found as it is
    }
    Survey survey = survey(pages, start, model);
    if (stopped.getAsBoolean()) {
      return ExitCode.INTERRUPTED;
    }
    long persons =
        info.field("source").isPresent() ? pages.count(scope.persons()) : survey.persons();
    RetagReport.print(survey, persons, scope, output.talk());
    survey.failures().forEach(output.remarks()::warn);
    Map<String, Object> json =
        RetagReport.json(survey, persons, scope, collection.name(), settings.dryRun());
    if (settings.dryRun() || survey.toWrite() == 0) {
      return end(json, survey);
    }
    if (!new Consent(settings.yes(), output).given(survey.toWrite())) {
      return ExitCode.DONE;
    }
    return new Writing(pages, model, journal, output, stopped).write(start, survey, json);
  }

  private int end(Map<String, Object> json, Survey survey) {
    if (survey.toWrite() == 0) {
      output.remarks().tell("there is nothing to write");
    }
    print(json);
    return survey.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void tellLimits(Scope scope) {
    if (scope.info().field("model").isEmpty()) {
      output
          .remarks()
          .warn(
              "the collection has no doccat.modelField, so that nothing tells which model tagged: all"
                  + " documents are compared, each time");
    }
    if (settings.resume() && !scope.compares()) {
      output.remarks().tell("--resume is for --all; this goes on where it ended by itself");
    }
  }

  private Survey survey(Pages pages, String start, CurrentModel model) throws IOException {
    Scope scope = pages.scope();
    Survey survey = new Survey(scope.info());
    CursorWalk walk = pages.walk(start);
    long total = settings.resume() && scope.compares() ? -1 : pages.count(scope.candidates());
    try (Progress progress = new Progress("comparing", "documents", total)) {
      for (Optional<SolrDocumentList> page = walk.next();
          page.isPresent() && !stopped.getAsBoolean();
          page = walk.next()) {
        survey.add(pages.candidates(page.get()), model);
        progress.step(page.get().size());
      }
    }
    return survey;
  }

  private void print(Map<String, Object> json) {
    if (output.json()) {
      output.print(json);
    }
  }
}
