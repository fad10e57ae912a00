/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;

/** Guesses the encoding of a text without a mark. */
final class EncodingGuess {

  private static final int LOOK = 4096;

  private static final Set<String> WESTERN = Set.of("WINDOWS-1252", "ISO-8859-1", "ISO-8859-15");

  /** Their letters have one byte and are most of a word's. */
  private static final Set<String> OTHER_SCRIPTS =
      Set.of(
          "WINDOWS-1251",
          "KOI8-R",
          "ISO-8859-5",
          "MACCYRILLIC",
          "x-MacCyrillic",
          "IBM855",
          "IBM866",
          "ISO-8859-7",
          "WINDOWS-1253",
          "ISO-8859-8",
          "WINDOWS-1255",
          "TIS620");

  /** One ASCII character in so many at least: blanks, commas and the ends of lines. */
  private static final int ZEROS = 20;

  /** All but one of so many. */
  private static final int MOST = 10;

  private EncodingGuess() {}

  /**
   * UTF-16 without a mark, as its zeros tell: the high bytes of all that is ASCII are zero.
   *
   * @return empty if it is not, and for a text in UTF-32
   */
  static Optional<Charset> utf16(byte[] start) {
    int looked = Math.min(start.length, LOOK) & ~1;
    int little = 0;
    int big = 0;
    for (int i = 0; i < looked; i += 2) {
      little += start[i] != 0 && start[i + 1] == 0 ? 1 : 0;
      big += start[i] == 0 && start[i + 1] != 0 ? 1 : 0;
    }
    int ascii = Math.max(little, big);
    Charset charset = little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    boolean few = ascii == 0 || ascii * ZEROS < looked / 2;
    // A text in UTF-8 may hold zeros, but hardly in every second place.
    boolean most = ascii * MOST >= looked / 2 * (MOST - 1);
    return few || !most && isUtf8WithZeros(start, looked) || !decodes(start, looked, charset)
        ? Optional.empty()
        : Optional.of(charset);
  }

  /**
   * What a text is in that was asked to be read in another encoding, where that is sure: UTF-16 by
   * its zeros, UTF-8 by its sequences.
   */
  static Optional<Charset> sure(byte[] start, Charset asked) {
    Optional<Charset> wide = utf16(start);
    boolean wideAsked = asked.name().startsWith("UTF-16");
    if (wide.isPresent() || start.length == 0) {
      return wide.filter(charset -> !charset.equals(asked));
    }
    boolean utf8 = decodes(start, start.length, StandardCharsets.UTF_8);
    boolean told = wideAsked || isMostlyUtf8(start) && !asked.equals(StandardCharsets.UTF_8);
    return utf8 && told ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
  }

  /** UTF-32 without a mark: three of four bytes are zero, or nearly. */
  static boolean isUtf32(byte[] start) {
    int looked = Math.min(start.length, LOOK) & ~3;
    int zeros = zeros(start, looked, 0) + zeros(start, looked, 1);
    boolean little = true;
    boolean big = true;
    for (int i = 0; i < looked; i += 4) {
      little &= start[i + 3] == 0 && start[i + 2] >= 0 && start[i + 2] <= 0x10;
      big &= start[i] == 0 && start[i + 1] >= 0 && start[i + 1] <= 0x10;
    }
    return looked > 0 && zeros * 2 >= looked && (little || big) && zeros < looked;
  }

  /**
   * What bytes are in that are no text in an encoding.
   *
   * @return empty if nothing is likely, or it is a text in this encoding that was damaged
   */
  static Optional<String> likely(byte[] sample, Charset charset) {
    if (sample.length == 0 || charset.equals(StandardCharsets.UTF_8) && isMostlyUtf8(sample)) {
      return Optional.empty();
    }
    Optional<Charset> wide = utf16(sample);
    if (wide.isPresent()) {
      return wide.map(Charset::name);
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(sample);
    detector.dataEnd();
    Optional<String> detected =
        Optional.ofNullable(detector.getDetectedCharset()).filter(Charset::isSupported);
    Optional<String> western =
        detected.isEmpty()
                || WESTERN.contains(detected.get())
                || OTHER_SCRIPTS.contains(detected.get()) && LatinGuess.isLatin(sample)
            ? LatinGuess.likely(sample)
            : Optional.empty();
    return western
        .or(() -> detected)
        .map(name -> Charset.forName(name).name())
        .filter(name -> !name.equals(charset.name()) && !name.equals("US-ASCII"));
  }

  /** Whether most of what is not ASCII is UTF-8: other encodings have next to nothing that is. */
  private static boolean isMostlyUtf8(byte[] sample) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < sample.length; i++) {
      int length = Integer.numberOfLeadingZeros(~(sample[i] << 24));
      int following = 0;
      while (following + 1 < length
          && i + following + 1 < sample.length
          && (sample[i + following + 1] & 0xC0) == 0x80) {
        following++;
      }
      boolean whole = length >= 2 && length <= 4 && following == length - 1;
      good += whole ? 1 : 0;
      bad += !whole && length > 0 ? 1 : 0;
      i += whole ? following : 0;
    }
    return good > bad;
  }

  private static boolean isUtf8WithZeros(byte[] start, int length) {
    byte[] others = new byte[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (start[i] != 0) {
        others[count++] = start[i];
      }
    }
    return decodes(others, count, StandardCharsets.UTF_8);
  }

  /** Whether bytes are a text; the last character may be incomplete. */
  private static boolean decodes(byte[] start, int length, Charset charset) {
    CharBuffer text = CharBuffer.allocate(length + 1);
    CoderResult result =
        charset.newDecoder().decode(ByteBuffer.wrap(start, 0, length), text, false);
    return !result.isError() && text.flip().chars().noneMatch(EncodingGuess::isNoText);
  }

  private static boolean isNoText(int c) {
    return !Character.isDefined(c) || c < ' ' && !Character.isWhitespace(c) && c != 0x1b;
  }

  private static int zeros(byte[] bytes, int length, int from) {
    int zeros = 0;
    for (int i = from; i < length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }
}
