/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.reviewed;

import java.util.Locale;
import org.docket.corpus.soft.TextHash;

/** When two texts are the same: their letters and digits are, whatever stands between them. */
final class SameText {

  private SameText() {}

  /** What equal texts have in common, and others have not. */
  static String key(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    // A text of signs alone is equal to the same signs only.
    return TextHash.of(
        letters.isEmpty() ? text.strip() : letters.toString().toLowerCase(Locale.ROOT));
  }
}
