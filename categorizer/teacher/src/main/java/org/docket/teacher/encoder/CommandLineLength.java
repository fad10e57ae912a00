/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.teacher.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.docket.error.DocketException;

/**
 * How long the command line of this process is. ONNX Runtime 1.29.0 reads it, on Linux, when it
 * starts, and ends the process by a segmentation fault where it is too long (3,700 bytes are not,
 * 4,000 are): a person should be told instead.
 */
final class CommandLineLength {

  private static final Path FILE = Path.of("/proc/self/cmdline");
  private static final int MOST = 3_500;

  private CommandLineLength() {}

  /**
   * Checks that ONNX Runtime can start.
   *
   * @throws DocketException if not
   */
  static void requireShort() {
    require(length());
  }

  static void require(int length) {
    if (length > MOST) {
      throw new DocketException(
          String.format(
              Locale.ROOT,
              "ONNX Runtime, which --teacher needs, does not start where a command has more than"
                  + " %,d characters, and this one has %,d: name fewer files, or by shorter paths",
              MOST,
              length));
    }
  }

  /** 0 where the system does not tell. */
  private static int length() {
    try {
      return Files.isReadable(FILE) ? Files.readAllBytes(FILE).length : 0;
    } catch (IOException e) {
      return 0; // then ONNX Runtime cannot read it either
    }
  }
}
