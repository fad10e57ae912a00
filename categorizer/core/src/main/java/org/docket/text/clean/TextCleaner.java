/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.text.clean;

import java.io.Reader;
import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * Turns text as people send it into text that a tokenizer reads right. What is clean already, as
 * most texts are, costs one look at each character.
 *
 * <p>The steps, each only where there is something to do: markup and entities ({@link Markup}),
 * invisible and dressed-up characters ({@link Characters}), accents ({@link Accents}), links
 * ({@link Links}), currency signs. Each takes time in proportion to the text. An accent stays
 * within its word, an invisible character joins what stands around it, everything else that goes
 * leaves a blank, or nothing where a browser would show nothing.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class TextCleaner {

  private static final byte MARKUP = 1;
  private static final byte CHARACTERS = 2;
  private static final byte ACCENTS = 4;
  private static final byte LINK = 8;
  private static final byte SIGN = 16;

  /** What a character may need. A table of all, for this is asked for each of each text. */
  static final byte[] KINDS = kinds();

  private final boolean stripMarkup;
  private final String wordForSigns;

  /**
   * @param stripMarkup whether markup goes, and entities are decoded
   * @param wordForSigns what currency signs become; they stay if this is empty
   */
  public TextCleaner(boolean stripMarkup, String wordForSigns) {
    this.stripMarkup = stripMarkup;
    this.wordForSigns = wordForSigns;
  }

  /** The clean text. */
  public String clean(String text) {
    return clean(Draft.of(text, false)).toString();
  }

  /** The clean text, for a tokenizer; of a long one no more is made than is read. */
  public Reader read(String text) {
    return text.length() <= BlockReader.BLOCK || mayHaveMarkup(text)
        ? readWhole(text)
        : new BlockReader(this, text);
  }

  /** The clean text, all of it made at once. */
  Reader readWhole(String text) {
    return clean(Draft.of(text, false)).reader();
  }

  /** Markup may end anywhere. */
  private boolean mayHaveMarkup(String text) {
    return stripMarkup && (text.indexOf('<') >= 0 || text.indexOf('&') >= 0);
  }

  /** The clean text with the places of its characters in the text as it was; slower. */
  public PlacedText place(String text) {
    return new PlacedText(clean(Draft.of(text, true)));
  }

  /** The clean text, but with its currency signs; in an array from its beginning. */
  public CharBuffer cleanButForSigns(String text) {
    return cleanButForSigns(Draft.of(text, false)).buffer();
  }

  private Draft clean(Draft raw) {
    Draft draft = cleanButForSigns(raw);
    return is(SIGN, find(draft)) ? draft.through(this::nameSigns) : draft;
  }

  private Draft cleanButForSigns(Draft raw) {
    Draft draft = raw;
    int todo = find(draft);
    if (is(MARKUP, todo)) {
      draft = draft.through(Markup::remove);
      todo = find(draft);
    }
    if (is(CHARACTERS, todo)) {
      draft = draft.through(Characters::makePlain);
      draft = is(ACCENTS, todo) ? draft.through(Accents::compose) : draft;
      todo = find(draft);
    }
    return is(LINK, todo) ? draft.through(Links::remove) : draft;
  }

  private void nameSigns(Draft in, Draft out) {
    int copied = 0;
    for (int i = in.next(KINDS, 0); i < in.length(); i = in.next(KINDS, i + 1)) {
      if (isSign(in.at(i))) {
        out.copy(in, copied, i);
        out.put(wordForSigns, in, i, i + 1);
        copied = i + 1;
      }
    }
    out.copy(in, copied, in.length());
  }

  private static boolean isSign(char c) {
    return c == '$' || c == '€' || c == '£';
  }

  /** What a text may need. */
  private int find(Draft text) {
    int found = 0;
    for (int i = text.next(KINDS, 0); i < text.length(); i = text.next(KINDS, i + 1)) {
      int kind = KINDS[text.charAt(i)];
      found |= kind == LINK && !isLink(text, i) ? 0 : kind;
    }
    int unwanted = (stripMarkup ? 0 : MARKUP) | (wordForSigns.isEmpty() ? SIGN : 0);
    return found & ~unwanted;
  }

  /** Whether slashes follow a colon, or a dot {@code ww}, or a path a name: each may be a link. */
  private static boolean isLink(Draft text, int index) {
    if (text.at(index) == ':') {
      return text.at(index + (text.at(index + 1) == ' ' ? 2 : 1)) == '/';
    }
    return Ascii.lower(text.at(index - 1)) == 'w' && Ascii.lower(text.at(index - 2)) == 'w'
        || Links.beginsDomain(text, index);
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[Character.MAX_VALUE + 1];
    for (char c = 0; c < 128; c++) {
      kinds[c] = kindInAscii(c);
    }
    Arrays.fill(kinds, 128, 0xA1, CHARACTERS);
    kinds[0xAD] = CHARACTERS;
    kinds['£'] = SIGN;
    // Up to here composed letters, which need nothing.
    Arrays.fill(kinds, 0x300, kinds.length, (byte) (CHARACTERS | ACCENTS));
    // Dashes, quotes, dots.
    Arrays.fill(kinds, 0x2010, 0x2028, (byte) 0);
    Arrays.fill(kinds, 0x2030, 0x205F, (byte) 0);
    kinds['€'] = SIGN;
    return kinds;
  }

  private static byte kindInAscii(char c) {
    return switch (c) {
      case '<', '&' -> MARKUP;
      case '$' -> SIGN;
      case ':', '.' -> LINK;
      default -> Character.isISOControl(c) && !Character.isWhitespace(c) ? CHARACTERS : 0;
    };
  }

  private static boolean is(int kind, int found) {
    return (found & kind) != 0;
  }
}
