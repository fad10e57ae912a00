/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.docket.cli.OutputMixin;
import org.docket.cli.solr.review.recording.Recording;

/** Tells what came of decisions that were made elsewhere. */
final class RecordingText {

  private static final int SHOWN = 5;

  private RecordingText() {}

  static void tell(Recording.Outcome outcome, int undecided, OutputMixin output) {
    if (output.json()) {
      output.print(json(outcome, undecided));
    } else {
      output
          .talk()
          .println(
              String.format(
                  Locale.ROOT,
                  "%,d decisions written; %,d were there already, %,d rows are not decided yet",
                  outcome.written(),
                  outcome.same(),
                  undecided));
      output.talk().flush();
    }
    if (!outcome.kept().isEmpty()) {
      output
          .remarks()
          .warn(
              "another person has decided otherwise of "
                  + some(outcome.kept())
                  + "; their word stays (--replace changes it)");
    }
    if (!outcome.unknown().isEmpty()) {
      output.remarks().warn("the index does not have " + some(outcome.unknown()));
    }
  }

  private static Map<String, Object> json(Recording.Outcome outcome, int undecided) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("written", outcome.written());
    json.put("same", outcome.same());
    json.put("undecided", undecided);
    json.put("kept", outcome.kept());
    json.put("unknown", outcome.unknown());
    return json;
  }

  private static String some(Set<String> ids) {
    String shown = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return ids.size() <= SHOWN ? shown : shown + " and " + (ids.size() - SHOWN) + " more";
  }
}
