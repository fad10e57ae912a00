/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.solr.common.SolrDocumentList;
import org.docket.cli.ExitCode;
import org.docket.cli.OutputMixin;
import org.docket.cli.Progress;
import org.docket.cli.solr.documents.CursorWalk;

/**
 * The second walk of a run, which writes.
 *
 * @param stopped whether to come to an end, when a page is done
 */
record Writing(
    Pages pages, CurrentModel model, Journal journal, OutputMixin output, BooleanSupplier stopped) {

  /**
   * Writes all.
   *
   * @param start where the walk begins
   * @param json what was announced, to which this adds what was done
   * @return the exit code
   * @throws IOException if Solr does not answer any more, or the model has changed
   */
  int write(String start, Survey survey, Map<String, Object> json) throws IOException {
    try (Retagging retagging =
        new Retagging(pages.collection(), scope(), model, pages.patience())) {
      boolean over = false;
      try {
        over = writeAll(start, retagging, survey);
        pages.commit();
      } catch (ModelChangedException e) {
        pages.commit();
        throw e;
      } finally {
        tellOutcome(retagging.outcome(), json, over);
      }
      return exitCode(retagging.outcome(), over);
    }
  }

  /** Whether it came to the end. */
  private boolean writeAll(String start, Retagging retagging, Survey survey) throws IOException {
    CursorWalk walk = pages.walk(start);
    long total = survey.matrix().documents() + survey.persons() + survey.withoutText();
    try (Progress progress = new Progress("retagging", "documents", total)) {
      for (Optional<SolrDocumentList> page = walk.next(); page.isPresent(); page = walk.next()) {
        if (stopped.getAsBoolean()) {
          return false;
        }
        retagging.tag(pages.candidates(page.get()));
        progress.step(page.get().size());
        if (scope().compares()) {
          journal.note(walk.cursor());
        }
      }
    }
    if (scope().compares()) {
      journal.delete();
    }
    return true;
  }

  private void tellOutcome(Outcome outcome, Map<String, Object> json, boolean over) {
    RetagReport.print(outcome, scope(), output.talk());
    outcome.failures().forEach(output.remarks()::warn);
    if (outcome.failedDocuments() > 0) {
      output.remarks().warn(outcome.failedDocuments() + " documents were refused by Solr");
    }
    if (outcome.busyDocuments() > 0) {
      output
          .remarks()
          .warn(
              outcome.busyDocuments()
                  + " documents could not be tagged, for others went on changing them; run retag"
                  + " again");
    }
    if (!over) {
      output
          .remarks()
          .warn(
              "stopped before the end; run it again"
                  + (scope().compares() ? " with --resume" : ""));
    }
    json.put("done", over);
    json.put("retagged", RetagReport.json(outcome));
    if (output.json()) {
      output.print(json);
    }
  }

  private static int exitCode(Outcome outcome, boolean over) {
    if (!over) {
      return ExitCode.INTERRUPTED;
    }
    return outcome.failedDocuments() + outcome.busyDocuments() > 0
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  private Scope scope() {
    return pages.scope();
  }
}
