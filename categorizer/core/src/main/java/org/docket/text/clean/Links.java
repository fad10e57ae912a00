/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.util.Locale;
import java.util.Set;

/**
 * Removes the addresses of links: {@code https://x.example/how-to-pay} says how a page is named,
 * not what is complained about. What stands after an address stays, also where no blank is between.
 *
 * <p>Names without {@code www.} stay: "navient.com" is whom people complain about. Of {@code
 * navient.com/how-to-pay} the name stays and the rest goes. Addresses of mail stay too: they end in
 * such a name, and are short.
 */
final class Links {

  private static final String[] SCHEMES = {"https", "http", "ftp"};
  private static final String SLASHES = "//";
  private static final String WEB = "www.";

  /**
   * Ends of names that are no words of English: a person may forget the blank in "I paid.me/she".
   */
  private static final Set<String> DOMAINS =
      Set.of(
          "com", "org", "net", "gov", "edu", "mil", "info", "biz", "io", "co", "ly", "app", "uk",
          "ca", "de");

  private static final int LONGEST_DOMAIN = 4;

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
      int address = address(in, i);
      int end = address > i ? end(in, i, address) : i;
      if (end > i) {
        out.put(' ', in, i, end);
      } else {
        out.copy(in, end++);
      }
      i = end;
    }
  }

  /** Where the address goes on after what tells a link from a word; the start if it is a word. */
  private static int address(Draft in, int start) {
    return switch (in.at(start)) {
      case 'h', 'H', 'f', 'F' -> afterScheme(in, start);
      case 'w', 'W' -> isWeb(in, start) ? start + WEB.length() : start;
      case '/' -> isPath(in, start) ? start + 1 : start;
      default -> start;
    };
  }

  private static boolean isWeb(Draft in, int start) {
    return in.has(WEB, start)
        && !Character.isLetterOrDigit(in.at(start - 1))
        && Ascii.isLetterOrDigit(in.at(start + WEB.length()));
  }

  /** Whether a dot is that of a name behind which a path follows. */
  static boolean beginsDomain(Draft in, int dot) {
    int end = dot + 1;
    while (end - dot <= LONGEST_DOMAIN && Ascii.isLetter(in.at(end))) {
      end++;
    }
    return in.at(end) == '/' && isPath(in, end);
  }

  private static boolean isPath(Draft in, int slash) {
    int dot = slash - 1;
    while (slash - dot <= LONGEST_DOMAIN && Ascii.isLetter(in.at(dot))) {
      dot--;
    }
    return in.at(dot) == '.'
        && Ascii.isLetterOrDigit(in.at(dot - 1))
        && Ascii.isLetterOrDigit(in.at(slash + 1))
        && DOMAINS.contains(in.subSequence(dot + 1, slash).toLowerCase(Locale.ROOT));
  }

  private static int afterScheme(Draft in, int start) {
    for (String scheme : SCHEMES) {
      if (in.has(scheme, start)) {
        // Some programs set blanks around punctuation: "https : //x.example".
        int colon = afterBlank(in, start + scheme.length());
        int slashes = afterBlank(in, colon + 1);
        if (in.at(colon) == ':' && in.has(SLASHES, slashes)) {
          return slashes + SLASHES.length();
        }
      }
    }
    return start;
  }

  private static int afterBlank(Draft in, int index) {
    return in.at(index) == ' ' ? index + 1 : index;
  }

  private static int end(Draft in, int start, int address) {
    int end = address;
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
