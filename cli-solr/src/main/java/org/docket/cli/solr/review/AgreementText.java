/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.review;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.docket.cli.Preview;
import org.docket.cli.terminal.DisplayWidth;

/** How often people agree with the model, in words and tables. */
final class AgreementText {

  /** The most categories that are listed. */
  private static final int MOST = 100;

  /** The most groups that are told in words. */
  private static final int TOLD = 20;

  private static final int NAME = 40;

  private AgreementText() {}

  static void print(Agreement agreement, PrintWriter out) {
    Judged all = agreement.all();
    out.printf(Locale.ROOT, "People decided %,d documents.%n", agreement.decisions());
    if (all.documents() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d had a tag of the model's: %.1f %% were accepted (%.1f to %.1f %%)%s.%n",
          all.documents(),
          100 * all.share(),
          100 * all.low(),
          100 * all.high(),
          all.claimed()
              .map(value -> String.format(Locale.ROOT, ", where it claims %.1f %%", 100 * value))
              .orElse(""));
    }
    line(out, agreement.assigned(), "had none, and were given a category");
    line(
        out,
        agreement.unknown(),
        "do not tell what the model had said: other clients decided them");
    if (all.documents() > 0) {
      table("by category", agreement.categories(), out);
      table("by confidence", agreement.bins(), out);
      if (agreement.models().size() > 1) {
        table("by model", agreement.models(), out);
      }
      tellOverclaimed(agreement, out);
      tellFew(agreement, out);
    }
    out.flush();
  }

  private static void line(PrintWriter out, long count, String what) {
    if (count > 0) {
      out.printf(Locale.ROOT, "%,d %s.%n", count, what);
    }
  }

  private static void table(String title, List<Judged> rows, PrintWriter out) {
    List<Judged> shown = rows.subList(0, Math.min(MOST, rows.size()));
    int width =
        shown.stream()
            .mapToInt(each -> DisplayWidth.of(name(each)))
            .reduce(title.length(), Math::max);
    out.printf(
        Locale.ROOT,
        "%n%s  looked at  accepted   share  95 %% interval  claimed%n",
        DisplayWidth.pad(title, width));
    shown.forEach(each -> out.println(row(each, width)));
    if (rows.size() > shown.size()) {
      out.printf(Locale.ROOT, "and %,d more, which --json has%n", rows.size() - shown.size());
    }
  }

  private static String row(Judged judged, int width) {
    String counts =
        String.format(
            Locale.ROOT,
            "%s  %,9d  %,8d",
            DisplayWidth.pad(name(judged), width),
            judged.documents(),
            judged.accepted());
    return judged.documents() == 0
        ? counts
        : counts
            + String.format(
                Locale.ROOT,
                "  %6.3f  %5.3f to %5.3f  %7s",
                judged.share(),
                judged.low(),
                judged.high(),
                judged.claimed().map(c -> String.format(Locale.ROOT, "%.3f", c)).orElse("-"));
  }

  private static void tellOverclaimed(Agreement agreement, PrintWriter out) {
    List<Judged> over = agreement.overclaimed();
    if (!over.isEmpty()) {
      out.println();
    }
    over.stream()
        .limit(TOLD)
        .forEach(
            each ->
                out.printf(
                    Locale.ROOT,
                    "%s: the model claims %.1f %%, and people accept %.1f %%: it is too sure of"
                        + " itself there, beyond chance.%n",
                    name(each),
                    100 * each.claimed().orElseThrow(),
                    100 * each.share()));
    if (over.size() > TOLD) {
      out.printf(Locale.ROOT, "and %,d more, which --json has%n", over.size() - TOLD);
    }
  }

  private static void tellFew(Agreement agreement, PrintWriter out) {
    long few = agreement.categories().stream().filter(each -> !each.isEnough()).count();
    long bins = agreement.bins().stream().filter(each -> !each.isEnough()).count();
    if (few + bins > 0) {
      out.printf(
          Locale.ROOT,
          "%nToo few were looked at (below %d) to judge %,d of %,d categories and %,d of %,d ranges of"
              + " confidence.%n",
          Judged.ENOUGH,
          few,
          agreement.categories().size(),
          bins,
          agreement.bins().size());
    }
  }

  private static String name(Judged judged) {
    return Preview.of(judged.name(), NAME);
  }
}
