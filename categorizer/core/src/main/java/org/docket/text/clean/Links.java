/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

/**
 * Removes the addresses of links: {@code https://x.example/how-to-pay} says how a page is named,
 * not what is complained about. What stands after an address stays, also where no blank is between.
 *
 * <p>Names without {@code www.} stay: "navient.com" is whom people complain about. So do addresses
 * of mail, which end in such a name, and are short.
 */
final class Links {

  private static final String[] SCHEMES = {"http://", "https://", "ftp://"};
  private static final String WEB = "www.";

  /** More than browsers have in common: what goes on after that is no address. */
  private static final int LONGEST = 2048;

  /** Beside letters and digits; RFC 3986, but for quotes and square brackets. */
  private static final String SIGNS = "-._~:/?#@!$&*+,;=%()";

  private static final String END_OF_SENTENCE = ".,:;!?*";

  private Links() {}

  /** The {@link Step}. */
  static void remove(Draft in, Draft out) {
    int i = 0;
    while (i < in.length()) {
      int end = isLink(in, i) ? end(in, i) : i;
      if (end > i) {
        out.put(' ', in, i, end);
      } else {
        out.copy(in, end++);
      }
      i = end;
    }
  }

  private static boolean isLink(Draft in, int start) {
    return switch (in.at(start)) {
      case 'h', 'H', 'f', 'F' -> hasScheme(in, start);
      case 'w', 'W' ->
          in.has(WEB, start)
              && !Character.isLetterOrDigit(in.at(start - 1))
              && Ascii.isLetterOrDigit(in.at(start + WEB.length()));
      default -> false;
    };
  }

  private static boolean hasScheme(Draft in, int start) {
    for (String scheme : SCHEMES) {
      if (in.has(scheme, start)) {
        return true;
      }
    }
    return false;
  }

  private static int end(Draft in, int start) {
    int end = start;
    int open = 0;
    while (end - start < LONGEST && isPart(in.at(end))) {
      open += in.at(end) == '(' ? 1 : in.at(end) == ')' ? -1 : 0;
      if (open < 0) {
        break;
      }
      end++;
    }
    while (END_OF_SENTENCE.indexOf(in.at(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return Ascii.isLetterOrDigit(c)
        || c > 0 && SIGNS.indexOf(c) >= 0
        || c > 127 && Character.isLetterOrDigit(c) && !Characters.isUnspaced(c);
  }
}
