/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.cli.report.page;

import java.io.IOException;
import java.util.Locale;

/**
 * JSON as the content of a {@code script} element. There an HTML parser looks for {@code </script>}
 * and {@code <!--} and for nothing else, so escapes of the three characters of markup, which JSON
 * allows in strings only, are enough; U+2028 and U+2029 are escaped as JavaScript once wanted it.
 * Halves of surrogate pairs, which UTF-8 cannot express, stay what they are: marks of a text count
 * its UTF-16 units.
 */
final class ScriptData {

  private ScriptData() {}

  static void write(String json, Appendable out) throws IOException {
    int done = 0;
    for (int i = 0; i < json.length(); i++) {
      if (Character.isHighSurrogate(json.charAt(i)) && isLowSurrogate(json, i + 1)) {
        i++;
      } else if (mustEscape(json.charAt(i))) {
        out.append(json, done, i);
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) json.charAt(i)));
        done = i + 1;
      }
    }
    out.append(json, done, json.length());
  }

  private static boolean isLowSurrogate(String json, int i) {
    return i < json.length() && Character.isLowSurrogate(json.charAt(i));
  }

  private static boolean mustEscape(char c) {
    return switch (c) {
      case '<', '>', '&', '\u2028', '\u2029' -> true;
      default -> Character.isSurrogate(c);
    };
  }
}
