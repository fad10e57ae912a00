/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.docket.cli.terminal.StatusLine;
import org.docket.cli.terminal.Terminal;

/**
 * Standard output or standard error: UTF-8 whatever the locale is, and its first failure is kept,
 * which Java's own swallow: a full disk must not look like work done.
 */
final class StandardOutput extends FilterOutputStream {

  /** What stands on the terminal that this goes to; none if this goes to a file. */
  private final Optional<StatusLine> status;

  private IOException failure;
  private volatile boolean ended;

  StandardOutput(OutputStream out) {
    this(out, Optional.empty());
  }

  private StandardOutput(OutputStream out, Optional<StatusLine> status) {
    super(out);
    this.status = status;
  }

  static StandardOutput out() {
    return of(FileDescriptor.out, Terminal.out());
  }

  static StandardOutput err() {
    return of(FileDescriptor.err, Terminal.err());
  }

  private static StandardOutput of(FileDescriptor descriptor, Terminal terminal) {
    return new StandardOutput(
        new FileOutputStream(descriptor),
        terminal.interactive() ? Optional.of(StatusLine.ofProcess()) : Optional.empty());
  }

  /** Prints to it; what is printed is seen when it is flushed. */
  PrintWriter writer() {
    return new PrintWriter(new OutputStreamWriter(this, StandardCharsets.UTF_8));
  }

  /** What the first write that failed says. */
  synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether who reads it has gone, as {@code head} does: then nobody misses the rest. */
  static boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    // Linux and macOS: Broken pipe; Windows: The pipe is being closed, The pipe has been ended.
    return message.contains("pipe");
  }

  /**
   * Drops what comes from now on: the process is being ended, and what fails by that is no news.
   */
  void end() {
    ended = true;
    status.ifPresent(StatusLine::end);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (ended) {
      return;
    }
    try {
      if (status.isPresent()) {
        status.get().above(out, bytes, from, length);
      } else {
        out.write(bytes, from, length);
      }
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
