/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.docket.cli.Preview;
import org.docket.cli.solr.collection.CollectionInfo;

/** What waits for people, in words. */
final class QueueText {

  private static final int MOST = 20;
  private static final int NAME = 40;

  private QueueText() {}

  static void print(Queue queue, CollectionInfo info, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%,d documents: people decided %,d, %,d have a tag of the model's, %,d have none.%n",
        queue.documents(),
        queue.decided(),
        queue.undecided(),
        queue.untagged());
    print("Decided by", queue.reviewers(), out);
    print("They", queue.verdicts(), out);
    print("Waiting for somebody to look", queue.waiting(), out);
    if (info.field("review").isEmpty()) {
      out.println("Nothing tells what waits for a look: there is no doccat.reviewField.");
    }
    if (info.field("score").isEmpty()) {
      out.println("Nothing tells which tags are least certain: there is no doccat.scoreField.");
    }
    if (!queue.doubtful().isEmpty()) {
      out.printf(Locale.ROOT, "%nLeast certain:%n");
      queue.doubtful().forEach(each -> print(each, out));
    }
    out.flush();
  }

  private static void print(String what, Map<String, Long> counts, PrintWriter out) {
    if (!counts.isEmpty()) {
      String rest =
          counts.size() > MOST
              ? String.format(Locale.ROOT, " and %,d more", counts.size() - MOST)
              : "";
      out.println(
          counts.entrySet().stream()
              .limit(MOST)
              .map(
                  each ->
                      String.format(
                          Locale.ROOT, "%s %,d", Preview.of(each.getKey(), NAME), each.getValue()))
              .collect(Collectors.joining(", ", what + ": ", rest + ".")));
    }
  }

  private static void print(Queue.Doubtful each, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %.3f  %s%s  (%s)%n         %s%n",
        each.score(),
        Preview.of(each.category(), NAME),
        each.review().map(why -> ", " + Preview.of(why, NAME)).orElse(""),
        Preview.of(each.id(), NAME),
        each.text());
  }
}
