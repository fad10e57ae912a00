/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.docket.cli.report.facts.FactGroup;
import org.docket.cli.training.work.ReportFolder;

/** The report of a search: {@code trials.csv}, {@code trials.json}, {@code trials.html}. */
final class SearchReport {

  /** To open in a browser. */
  static final String PAGE = "trials.html";

  private SearchReport() {}

  /**
   * Writes it.
   *
   * @param data of {@link #data}
   */
  static void write(Outcome outcome, Map<String, Object> data, ReportFolder folder)
      throws IOException {
    List<String> header =
        new ArrayList<>(
            List.of(
                "trial",
                "state",
                "rung",
                "epochs",
                "best_epoch",
                "loss",
                "accuracy",
                "macro_f1",
                "seconds"));
    header.addAll(outcome.space().keys());
    folder.writeCsv(
        "trials.csv",
        header,
        outcome.trials().stream().flatMap(trial -> rows(outcome, trial)).toList());
    folder.writeJson("trials.json", data);
    folder.writePage(PAGE, data);
  }

  /** As scripts and the page read it. */
  static Map<String, Object> data(Outcome outcome, List<FactGroup> facts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", "tuning");
    data.put("title", "Search around the preset " + outcome.preset().name());
    data.put("findings", outcome.words());
    data.put("trials", trials(outcome));
    data.put("facts", facts);
    data.put(
        "files",
        List.of(
            Map.of("name", "trials.csv", "what", "each trial at each rung, with its parameters"),
            Map.of("name", "trials.json", "what", "all of this page, for scripts")));
    return data;
  }

  private static Map<String, Object> trials(Outcome outcome) {
    Map<String, Object> trials = new LinkedHashMap<>();
    trials.put("rungs", outcome.halving().rungs());
    trials.put("parameters", outcome.space().keys());
    trials.put("documents", outcome.validated());
    trials.put("best", outcome.best().number());
    outcome.comparison().ifPresent(comparison -> trials.put("comparison", comparison));
    trials.put("rows", outcome.trials().stream().map(trial -> row(outcome, trial)).toList());
    return trials;
  }

  private static Map<String, Object> row(Outcome outcome, Trial trial) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("trial", trial.number());
    row.put("state", outcome.state(trial));
    row.put("changes", trial.changes());
    row.put("parameters", parameters(outcome, trial));
    row.put("scores", trial.scores());
    return row;
  }

  /**
   * The varied keys with what they are in a trial; those that the preset does not set are absent.
   */
  private static Map<String, String> parameters(Outcome outcome, Trial trial) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String key : outcome.space().keys()) {
      String value = trial.changes().getOrDefault(key, outcome.preset().parameters().get(key));
      if (value != null) {
        parameters.put(key, value);
      }
    }
    return parameters;
  }

  /** One for each rung, and one for a trial that did not reach the first. */
  private static Stream<List<Object>> rows(Outcome outcome, Trial trial) {
    Map<String, String> parameters = parameters(outcome, trial);
    List<Object> values = new ArrayList<>();
    outcome.space().keys().forEach(key -> values.add(parameters.getOrDefault(key, "")));
    if (trial.scores().isEmpty()) {
      List<Object> row =
          new ArrayList<>(
              List.of(trial.number(), outcome.state(trial), "", "", "", "", "", "", ""));
      row.addAll(values);
      return Stream.of(row);
    }
    List<List<Object>> rows = new ArrayList<>();
    for (int rung = 0; rung < trial.scores().size(); rung++) {
      Score score = trial.scores().get(rung);
      List<Object> row =
          new ArrayList<>(
              List.of(
                  trial.number(),
                  outcome.state(trial),
                  rung + 1,
                  score.epochs(),
                  score.best(),
                  score.loss(),
                  score.accuracy(),
                  score.macroF1(),
                  score.seconds()));
      row.addAll(values);
      rows.add(row);
    }
    return rows.stream();
  }
}
