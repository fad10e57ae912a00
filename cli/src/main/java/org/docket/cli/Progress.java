/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.docket.cli.terminal.BarProgress;
import org.docket.cli.terminal.Indicator;
import org.docket.cli.terminal.PlainProgress;
import org.docket.cli.terminal.StatusLine;
import org.docket.cli.terminal.Terminal;
import org.docket.cli.terminal.Work;
import org.docket.corpus.source.Input;

/**
 * Shows on standard error how long work goes on: a bar with rate and remaining time if that is a
 * terminal, otherwise a plain line now and then; nothing with {@code --quiet}. Close it when the
 * work is done.
 */
public final class Progress implements AutoCloseable {

  private static final PrintStream NOWHERE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  /** Of the process, as standard error is. */
  private static volatile boolean quiet;

  private final Work work;
  private final Indicator indicator;

  /**
   * Starts.
   *
   * @param task what is done
   * @param unit what is counted; empty if nothing is
   * @param total how many there will be; -1 if not known
   */
  public Progress(String task, String unit, long total) {
    this(Work.counted(task, unit, total, System::nanoTime), true);
  }

  private Progress(Work work, boolean summary) {
    this.work = work;
    this.indicator = indicator(work, summary);
  }

  /**
   * Starts the reading of files: {@link #input} says how much of them has been read.
   *
   * @param unit what is counted
   */
  public static Progress ofFiles(String task, String unit, Collection<Path> files) {
    return new Progress(Work.reading(task, unit, bytes(files), System::nanoTime), true);
  }

  /**
   * Starts work of which nothing is to stay on a terminal: something else tells that it is done.
   */
  public static Progress passing(String task, String unit, long total) {
    return new Progress(Work.counted(task, unit, total, System::nanoTime), false);
  }

  /** What can fail. */
  @FunctionalInterface
  public interface Step<T, E extends Exception> {

    /** Does it. */
    T run() throws E;
  }

  /** Does work that takes a while and of which only the time can be shown. */
  public static <T, E extends Exception> T during(String task, Step<T, E> work) throws E {
    Progress progress = passing(task, "", -1);
    try {
      return work.run();
    } finally {
      progress.close();
    }
  }

  /** Whether nothing is to be shown from now on. */
  static void quiet(boolean wanted) {
    quiet = wanted;
  }

  /** Some more are done. For one thread. */
  public void step(long done) {
    work.step(done);
    indicator.stepped();
  }

  /** A file to read, whose bytes count. */
  public Input input(Path file) {
    return Input.of(file).watched(work::read);
  }

  @Override
  public void close() {
    indicator.close();
  }

  private static Indicator indicator(Work work, boolean summary) {
    if (quiet) {
      return Indicator.NONE;
    }
    Terminal terminal = Terminal.err();
    return terminal.interactive()
        ? new BarProgress(work, terminal, StatusLine.ofProcess(), summary ? System.err : NOWHERE)
        : new PlainProgress(work, System::nanoTime, System.err);
  }

  /** Of all files; -1 where one has no end that is known, such as a pipe. */
  private static long bytes(Collection<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        if (!Files.isRegularFile(file)) {
          return -1;
        }
        bytes += Files.size(file);
      } catch (IOException e) {
        return -1; // whoever reads it tells why
      }
    }
    return bytes;
  }
}
