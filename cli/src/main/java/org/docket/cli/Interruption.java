/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * Ctrl-C for a command that would rather come to a good end: the first asks for it, the second ends
 * the process at once. Until it is closed; before and after, Ctrl-C ends the process at once. So it
 * does on systems where Java does not get signals. At most one at a time.
 */
public final class Interruption implements AutoCloseable {

  private static final String CTRL_C = "INT";

  private final Runnable first;
  private final Runnable second;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final Object before;

  private Interruption(Runnable first, Runnable second) {
    this.first = first;
    this.second = second;
    this.before = Signals.register(CTRL_C, this::signalled);
  }

  /**
   * Listens.
   *
   * @param first is run at the first Ctrl-C, in a thread of its own; to say what happens now
   * @param second is run at the second, before the process ends; to say what is left
   */
  public static Interruption listen(Runnable first, Runnable second) {
    return new Interruption(first, second);
  }

  /** Whether there has been one. */
  public boolean asked() {
    return asked.get();
  }

  @Override
  public void close() {
    Signals.unregister(CTRL_C, before);
  }

  private void signalled() {
    if (asked.compareAndSet(false, true)) {
      first.run();
    } else {
      second.run();
      System.exit(ExitCode.INTERRUPTED);
    }
  }
}
