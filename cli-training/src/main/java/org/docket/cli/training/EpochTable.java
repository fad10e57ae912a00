/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.docket.cli.terminal.DisplayWidth;
import org.docket.cli.terminal.Sparkline;
import org.docket.cli.terminal.Terminal;
import org.docket.training.EpochMetrics;

/**
 * The epochs of a training as a table. A terminal also gets the curve of the validation loss so
 * far, and in the end a line that sums up; a file gets the lines that scripts know.
 */
final class EpochTable {

  /** More epochs than that do not fit: the last ones are drawn. */
  private static final int CURVE = 12;

  private static final String BEST = "best";

  private final PrintWriter out;
  private final Terminal terminal;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private int best;
  private boolean headed;
  private double seconds;

  EpochTable(PrintWriter out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Prints what stands above the epochs, unless it has. */
  void head() {
    if (headed) {
      return;
    }
    headed = true;
    if (terminal.interactive()) {
      out.println(
          terminal
              .paint()
              .faint("            training           validation                      "));
      out.println(
          terminal.paint().bold("epoch     loss accuracy      loss accuracy macro-F1    time"));
    } else {
      out.println("epoch     loss  accuracy | validation: loss  accuracy  macro-F1 | seconds");
    }
    out.flush();
  }

  /** Prints an epoch. */
  void add(EpochMetrics epoch, boolean isBest, double took) {
    epochs.add(epoch);
    best = isBest ? epoch.epoch() : best;
    seconds += took;
    out.println(terminal.interactive() ? row(epoch, isBest, took) : plainRow(epoch, isBest, took));
    out.flush();
  }

  /** Prints what the epochs came to, on a terminal. */
  void sum() {
    if (!terminal.interactive() || epochs.isEmpty()) {
      return;
    }
    out.println(
        format(
            "%n%,d %s in %s%s",
            epochs.size(),
            epochs.size() == 1 ? "epoch" : "epochs",
            time(seconds),
            best > 0 ? format(", the best is epoch %d", best) : ""));
    String training = curve(epochs.stream().map(epoch -> epoch.training().loss()).toList());
    if (!training.isEmpty()) {
      out.println(
          format(
              "loss of training %s, of validation %s",
              terminal.paint().bar(training), terminal.paint().bar(curve(losses()))));
    }
    out.flush();
  }

  private String row(EpochMetrics epoch, boolean isBest, double took) {
    String figures =
        format(
            "%5d  %7.4f %8.4f   %7.4f %8.4f %8.4f  %6s",
            epoch.epoch(),
            epoch.training().loss(),
            epoch.training().accuracy(),
            epoch.validation().loss(),
            epoch.validation().accuracy(),
            epoch.validation().macroF1(),
            time(took));
    String curve = curve(losses());
    String mark = isBest ? terminal.paint().good(BEST) : "";
    String rest = " ".repeat(curve.isEmpty() ? 0 : CURVE - DisplayWidth.of(curve) + 2);
    return (figures + "  " + terminal.paint().bar(curve) + (mark.isEmpty() ? "" : rest + mark))
        .stripTrailing();
  }

  private static String plainRow(EpochMetrics epoch, boolean isBest, double took) {
    return format(
        "%5d  %7.4f  %8.4f |       %10.4f  %8.4f  %8.4f | %7.1f%s",
        epoch.epoch(),
        epoch.training().loss(),
        epoch.training().accuracy(),
        epoch.validation().loss(),
        epoch.validation().accuracy(),
        epoch.validation().macroF1(),
        took,
        isBest ? "  " + BEST : "");
  }

  private List<Double> losses() {
    return epochs.stream().map(epoch -> epoch.validation().loss()).toList();
  }

  private String curve(List<Double> values) {
    return Sparkline.of(values, CURVE, terminal.glyphs());
  }

  private static String time(double seconds) {
    if (seconds < 100) {
      return format("%.1f s", seconds);
    }
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return time.toHours() > 0
        ? format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : format("%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
