/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.training.work;

import java.io.IOException;
import java.util.Locale;
import org.docket.error.DocketException;

/** Trainings that fail and are only one of many: what they failed of is told, and others go on. */
public final class Lost {

  /** What a training that diverges says of its checkpoint, which nobody keeps here. */
  private static final String KEPT = "; epoch \\d+, the best one, is kept in .*";

  private Lost() {}

  /**
   * Why a training failed, in a line.
   *
   * @param failure what it threw
   * @throws RuntimeException the same, if others would fail of it too: a full disk, a mistake of
   *     the program
   */
  public static String reason(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return String.format(
          Locale.ROOT,
          "it does not fit into the heap of %d MB",
          Runtime.getRuntime().maxMemory() >> 20);
    }
    if (failure instanceof DocketException e && !(e.getCause() instanceof IOException)) {
      return e.getMessage().replaceFirst(KEPT, "");
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
