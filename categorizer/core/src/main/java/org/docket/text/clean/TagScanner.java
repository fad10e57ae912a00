/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.util.Locale;
import java.util.Optional;

/**
 * Tells tags from what people write in angle brackets. A tag has the name of an element of HTML, or
 * a prefix and a name as in {@code <st1:place w:st="on">} with an attribute; its attributes have
 * values, or are known to need none; and it is closed. Of what browsers forgive, it forgives what
 * takes no text away: values without quotes that hold {@code =} or are empty, quotes that follow
 * each other without a blank.
 */
final class TagScanner {

  /** Characters that may be read in vain for each of the text: attempts end then, not the text. */
  private static final int PATIENCE = 64;

  private static final char[] QUOTES = {'"', '\''};

  private final Draft text;
  private final int[] lastSearch = {Integer.MAX_VALUE, Integer.MAX_VALUE};
  private long patience;

  /** What is being read. */
  private int position;

  TagScanner(Draft text) {
    this.text = text;
    this.patience = (long) PATIENCE * text.length();
  }

  /** The tag that begins at a {@code <}, if it is one. */
  Optional<Tag> at(int start) {
    if (patience < 0) {
      return Optional.empty();
    }
    Optional<Tag> tag = read(start);
    if (tag.isEmpty()) {
      patience -= position - start;
    }
    return tag;
  }

  private Optional<Tag> read(int start) {
    boolean closing = text.at(start + 1) == '/';
    position = start + (closing ? 2 : 1);
    String element = name();
    boolean known = HtmlNames.isElement(element);
    if (!known && !isPrefixed(element)) {
      return Optional.empty();
    }
    int attributes = closing ? 0 : attributes(element);
    if (attributes < 0) {
      return Optional.empty();
    }
    skipBlanks();
    boolean empty = text.at(position) == '/';
    position += empty ? 1 : 0;
    boolean tag = known || closing || empty || attributes > 0;
    if (!tag || text.at(position) != '>') {
      return Optional.empty();
    }
    position++;
    return Optional.of(new Tag(element, !closing && !empty, position));
  }

  /** How many attributes there are; -1 if something else is among them. */
  private int attributes(String element) {
    int count = 0;
    boolean sure = false;
    boolean separated = skipBlanks();
    while (isNameStart(text.at(position))) {
      if (!separated) {
        return -1;
      }
      String name = name();
      int end = position;
      skipBlanks();
      if (text.at(position) == '=') {
        position++;
        skipBlanks();
        // JSON within JSON writes \".
        position += text.at(position) == '\\' && isQuote(text.at(position + 1)) ? 1 : 0;
        boolean quoted = isQuote(text.at(position));
        if (!value(quoted)) {
          return -1;
        }
        sure |= quoted;
        // Browsers forgive <a href="x"class="y">.
        separated = skipBlanks() || quoted;
      } else if (HtmlNames.isFlag(name, sure || !HtmlNames.isInline(element))) {
        separated = position > end;
      } else {
        return -1;
      }
      count++;
    }
    return count;
  }

  private boolean value(boolean quoted) {
    if (quoted) {
      return quotedValue(text.at(position) == QUOTES[0] ? 0 : 1);
    }
    // A quote within is one that a person has forgotten.
    while (position < text.length() && !isEndOfValue(text.at(position))) {
      position++;
    }
    return position < text.length();
  }

  private boolean quotedValue(int quote) {
    int from = position + 1;
    if (from >= lastSearch[quote]) {
      return false;
    }
    int close = text.indexOf(QUOTES[quote], from);
    if (close < 0) {
      lastSearch[quote] = from;
      return false;
    }
    position = close + 1;
    return true;
  }

  private String name() {
    int start = position;
    while (isNamePart(text.at(position))) {
      position++;
    }
    return text.subSequence(start, position).toLowerCase(Locale.ROOT);
  }

  private boolean skipBlanks() {
    int start = position;
    while (Characters.isWhitespace(text.at(position))) {
      position++;
    }
    return position > start;
  }

  private static boolean isPrefixed(String name) {
    int colon = name.indexOf(':');
    return colon > 0
        && Ascii.isLetter(name.charAt(0))
        && colon == name.lastIndexOf(':')
        && colon + 1 < name.length()
        && Ascii.isLetter(name.charAt(colon + 1));
  }

  private static boolean isNameStart(char c) {
    return Ascii.isLetter(c) || c == '_' || c == ':' || c == '@';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || Ascii.isDigit(c) || c == '-' || c == '.';
  }

  private static boolean isQuote(char c) {
    return c == QUOTES[0] || c == QUOTES[1];
  }

  private static boolean isEndOfValue(char c) {
    return c == '<' || c == '>' || Characters.isWhitespace(c);
  }
}
