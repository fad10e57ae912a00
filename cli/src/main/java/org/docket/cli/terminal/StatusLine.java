/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The last line of a terminal, which tells of work under way. It makes room for whatever is
 * printed, and comes back below. Made of carriage returns and blanks, so that every terminal
 * understands it. Safe for use by many threads.
 */
public final class StatusLine {

  private static final StatusLine PROCESS =
      new StatusLine(new FileOutputStream(FileDescriptor.err));

  private final OutputStream terminal;
  private int shown;
  private boolean openLine;
  private boolean over;

  StatusLine(OutputStream terminal) {
    this.terminal = terminal;
  }

  /** That of the terminal which standard error is; show nothing there if it is none. */
  public static StatusLine ofProcess() {
    return PROCESS;
  }

  /**
   * Shows a text in place of the one before.
   *
   * @param text that takes fewer columns than the terminal has
   * @param painted the same, with colours
   */
  synchronized void show(String text, String painted) {
    if (over || openLine) {
      return;
    }
    int width = DisplayWidth.of(text);
    write("\r" + painted + " ".repeat(Math.max(0, shown - width)));
    shown = width;
  }

  /** Takes the text away. */
  public synchronized void clear() {
    if (shown > 0) {
      write("\r" + " ".repeat(shown) + "\r");
      shown = 0;
    }
  }

  /** Takes the text away for good: the process ends. */
  public synchronized void end() {
    clear();
    over = true;
  }

  /** Writes above the text, which is shown again once a line has been ended. */
  public synchronized void above(OutputStream out, byte[] bytes, int from, int length)
      throws IOException {
    if (length > 0) {
      clear();
      out.write(bytes, from, length);
      openLine = bytes[from + length - 1] != '\n';
    }
  }

  private void write(String text) {
    try {
      terminal.write(text.getBytes(StandardCharsets.UTF_8));
      terminal.flush();
    } catch (IOException e) {
      over = true; // a terminal that is gone shows nothing
    }
  }
}
