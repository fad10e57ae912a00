/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.solr.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.docket.cli.terminal.Bars;
import org.docket.cli.terminal.DisplayWidth;
import org.docket.cli.terminal.Terminal;

/** Prints what the demo found, in 100 columns. */
final class DemoReport {

  private static final int WIDTH = 100;
  private static final int DOUBTFUL = 3;

  /** More categories than that are told in one line. */
  private static final int MOST = 40;

  private final PrintWriter out;
  private final Terminal terminal;
  private final int column;

  /**
   * @param categories all categories that will be printed; the longest sets the first column
   */
  DemoReport(PrintWriter out, Terminal terminal, Set<String> categories) {
    this.out = out;
    this.terminal = terminal;
    this.column = categories.stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }

  /** A bar for each category. */
  void facets(Map<String, Long> facets) {
    heading("Facets by predicted category");
    new Bars(terminal.glyphs(), terminal.paint(), MOST)
        .lines(facets)
        .forEach(bar -> out.println("  " + bar));
  }

  /** The first complaint of each category. */
  void samples(List<TaggedComplaint> complaints) {
    heading("Some complaints, with the model's confidence");
    Map<String, TaggedComplaint> samples = new LinkedHashMap<>();
    complaints.forEach(complaint -> samples.putIfAbsent(complaint.predicted(), complaint));
    samples.values().forEach(this::complaint);
  }

  /** The complaints that the model is least sure of. */
  void doubtful(List<TaggedComplaint> complaints) {
    heading("Least sure of");
    complaints.stream()
        .sorted(Comparator.comparingDouble(TaggedComplaint::score))
        .limit(DOUBTFUL)
        .forEach(this::complaint);
  }

  /** How many complaints got the category that their author gave them, and what that is worth. */
  void accuracy(List<TaggedComplaint> complaints) {
    long right = complaints.stream().filter(TaggedComplaint::isRight).count();
    heading(
        String.format(
            Locale.ROOT,
            "Accuracy %.1f %%: %d of %d complaints written for this demo got the category meant",
            100.0 * right / complaints.size(),
            right,
            complaints.size()));
    out.println(
        "  A demo is no measure. On real complaints: see the model card, models/complaints-en.md");
  }

  /** Where to go on in a browser. */
  void addresses(Map<String, URI> addresses) {
    heading("Open in a browser");
    addresses.forEach(
        (what, address) -> {
          line("  %s", what);
          line("    %s", terminal.paint().link(address.toString()));
        });
  }

  private void complaint(TaggedComplaint complaint) {
    String verdict = complaint.isRight() ? "" : "  [meant: " + complaint.label() + "]";
    String start =
        String.format(
            Locale.ROOT,
            "  %s  %3.0f %%  ",
            category(complaint.predicted()),
            100 * complaint.score());
    int room = WIDTH - start.length() - verdict.length();
    line("%s%s%s", start, terminal.glyphs().shorten(complaint.narrative(), room), verdict);
  }

  private String category(String category) {
    return DisplayWidth.pad(category, column);
  }

  private void heading(String text) {
    out.println();
    out.println(terminal.paint().bold(text));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
