/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Names of files, and all else that stands on the command line, come through the encoding of the
 * locale. The launcher sees to it that it is not ASCII; who starts Java has to know.
 */
final class Names {

  /** What letters become that the locale's encoding does not have. */
  private static final String LOST = "[?\\uFFFD]";

  private Names() {}

  /** Behind a message that tells of a name whose letters the locale may have lost; else empty. */
  static String hint(String message) {
    return message.matches("(?s).*" + LOST + ".*")
            && isAscii(System.getProperty("sun.jnu.encoding"))
        ? " (this locale knows ASCII only: for names with other letters set LC_ALL=C.UTF-8)"
        : "";
  }

  private static boolean isAscii(String encoding) {
    try {
      return encoding != null && Charset.forName(encoding).equals(StandardCharsets.US_ASCII);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
