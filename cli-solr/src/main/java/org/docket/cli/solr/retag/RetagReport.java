/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.retag;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.docket.cli.Preview;
import org.docket.cli.solr.documents.TagLabel;
import org.docket.cli.terminal.DisplayWidth;

/** What retag found and did, for people and for scripts. */
final class RetagReport {

  /** The most tags for which a matrix fits a terminal. */
  private static final int FEW = 12;

  /** The most changes that are listed where there are more. */
  private static final int MOST = 50;

  private static final int NAME = 40;

  private RetagReport() {}

  /** Old against new, before anything is written. */
  static void print(Survey survey, long persons, Scope scope, PrintWriter out) {
    Matrix matrix = survey.matrix();
    String model = scope.info().model().tag();
    out.printf(
        Locale.ROOT,
        scope.compares()
            ? "%,d %s compared with what %s says:%n"
            : "%,d %s a tag that is not of %s, or none:%n",
        matrix.documents() + survey.withoutText() + survey.failed(),
        scope.compares()
            ? documents(matrix.documents()) + " of no person's tag"
            : matrix.documents() == 1 ? "document has" : "documents have",
        model);
    line(out, matrix.changed(), "would get another tag");
    line(
        out,
        matrix.documents() - matrix.changed() - survey.identical(),
        "would keep it, with a new score and the new model's name");
    line(out, survey.identical(), "have it already, score and all");
    line(out, survey.withoutText(), "have no text, or none that is stored, and stay as they are");
    line(out, survey.failed(), "cannot be categorized, and stay as they are");
    line(out, persons, "more are a person's, and stay as they are");
    if (matrix.changed() > 0) {
      out.println();
      if (matrix.labels().size() <= FEW) {
        printMatrix(matrix, out);
      } else {
        printChanges(matrix, out);
      }
    }
    out.flush();
  }

  private static void line(PrintWriter out, long count, String what) {
    if (count > 0) {
      out.printf(Locale.ROOT, "%,12d %s%n", count, what);
    }
  }

  private static String documents(long count) {
    return count == 1 ? "document" : "documents";
  }

  /** Rows are old tags, columns new ones; the columns are numbered to keep lines short. */
  private static void printMatrix(Matrix matrix, PrintWriter out) {
    List<TagLabel> labels = List.copyOf(matrix.labels());
    int width = 4 + labels.stream().mapToInt(each -> DisplayWidth.of(name(each))).max().orElse(0);
    out.print(DisplayWidth.pad("old tag \\ new tag", Math.max(width, 18)));
    for (int i = 1; i <= labels.size(); i++) {
      out.printf(Locale.ROOT, "%9d", i);
    }
    out.println();
    for (int i = 0; i < labels.size(); i++) {
      String name = String.format(Locale.ROOT, "%2d  %s", i + 1, name(labels.get(i)));
      out.print(DisplayWidth.pad(name, Math.max(width, 18)));
      for (TagLabel now : labels) {
        long count = matrix.count(labels.get(i), now);
        out.print(count == 0 ? "        ." : String.format(Locale.ROOT, "%,9d", count));
      }
      out.println();
    }
  }

  private static void printChanges(Matrix matrix, PrintWriter out) {
    List<Matrix.Cell> changes = matrix.changes();
    out.println("   documents  old tag -> new tag");
    for (Matrix.Cell cell : changes.subList(0, Math.min(MOST, changes.size()))) {
      out.printf(
          Locale.ROOT, "%,12d  %s -> %s%n", cell.documents(), name(cell.old()), name(cell.now()));
    }
    if (changes.size() > MOST) {
      out.printf(
          Locale.ROOT,
          "%,12d  in %,d more changes, which --json has%n",
          changes.stream().skip(MOST).mapToLong(Matrix.Cell::documents).sum(),
          changes.size() - MOST);
    }
  }

  private static String name(TagLabel label) {
    return Preview.of(label.text(), NAME);
  }

  /** What was done. */
  static void print(Outcome outcome, Scope scope, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "retagged %,d %s with %s; %,d have another tag now%n",
        outcome.retagged(),
        documents(outcome.retagged()),
        scope.info().model().tag(),
        outcome.matrix().changed());
    line(out, outcome.persons(), "were a person's when their turn came, and stayed");
    line(out, outcome.goneDocuments(), "were deleted meanwhile");
    out.flush();
  }

  /** All of it as one object; what was done is absent if nothing was to be. */
  static Map<String, Object> json(
      Survey survey, long persons, Scope scope, String collection, boolean dryRun) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("collection", collection);
    json.put("query", scope.query().orElse("*:*"));
    json.put("model", scope.info().model().tag());
    json.put("dryRun", dryRun);
    json.put("documents", survey.matrix().documents());
    json.put("changed", survey.matrix().changed());
    json.put(
        "sameTag", survey.matrix().documents() - survey.matrix().changed() - survey.identical());
    json.put("identical", survey.identical());
    json.put("withoutText", survey.withoutText());
    json.put("failed", survey.failed());
    json.put("persons", persons);
    json.put("matrix", cells(survey.matrix()));
    return json;
  }

  /** What was done, for scripts. */
  static Map<String, Object> json(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("documents", outcome.retagged());
    json.put("changed", outcome.matrix().changed());
    json.put("unchanged", outcome.unchangedDocuments());
    json.put("persons", outcome.persons());
    json.put("deleted", outcome.goneDocuments());
    json.put("withoutText", outcome.withoutTextDocuments());
    json.put("failed", outcome.failedDocuments());
    json.put("busy", outcome.busyDocuments());
    json.put("matrix", cells(outcome.matrix()));
    return json;
  }

  private static List<Map<String, Object>> cells(Matrix matrix) {
    return matrix.cells().stream().map(Matrix.Cell::json).toList();
  }
}
