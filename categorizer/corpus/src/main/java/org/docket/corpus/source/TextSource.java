/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * One text: a file, a member of an archive, standard input. For one thread.
 *
 * <p>A byte that is no character in the encoding comes out of {@link #reader} as a lone low
 * surrogate, U+DC00 and the byte, which no other text holds: see {@link #isBadByte}.
 */
public final class TextSource implements Closeable {

  /** One control character in so many that are not ASCII is too many. */
  private static final int CONTROLS = 10;

  private static final Set<String> LATIN = Set.of("ISO-8859-1", "ISO-8859-15");

  private static final byte[] NOTHING = {};

  private final String name;
  private final Charset charset;
  private final boolean patient;
  private final TextReader reader;

  /** Guessed once: each row of a text may be bad, and a guess takes milliseconds. */
  private Optional<String> likely;

  /**
   * A text.
   *
   * @param patient whether all of it is there, so that it can be waited for
   */
  TextSource(String name, Charset charset, boolean patient, TextReader reader) {
    this.name = name;
    this.charset = charset;
    this.patient = patient;
    this.reader = reader;
  }

  /** Whether a character, which is no part of a pair, stands for a byte that is none. */
  public static boolean isBadByte(char c) {
    return c >= '\uDC00' && c <= '\uDCFF';
  }

  /** What messages call it, such as "complaints.zip, in it 2024/a.csv"; of a file its path. */
  public String name() {
    return name;
  }

  /**
   * How it begins, not consumed: up to 64 Ki characters of a file; of a pipe what is at hand, but
   * at least one line.
   */
  public String beginning() throws IOException {
    return reader.beginning(patient);
  }

  /** All characters from the beginning, without the byte order mark at the very start. */
  public Reader reader() {
    return reader;
  }

  /** The encoding that it is read in. */
  public Charset charset() {
    return charset;
  }

  /**
   * After {@link #reader} gave a byte that is no character: the encoding that the text is in more
   * likely; empty if none is, so that the byte is a damage.
   */
  public Optional<String> likelyEncoding() {
    byte[] sample = likely == null ? reader.badSample() : NOTHING;
    if (sample.length > 0) {
      likely = EncodingGuess.likely(sample, charset);
    }
    return likely == null ? Optional.empty() : likely;
  }

  /** After reading: what to tell if the encoding that was asked for gives control characters. */
  Optional<String> strangeEncoding() {
    long controls = reader.controls();
    if (controls * CONTROLS < reader.foreign() || controls == 0) {
      return Optional.empty();
    }
    return Optional.of(
        name
            + ", read in "
            + charset.name()
            + ": "
            + controls
            + " of "
            + reader.foreign()
            + " characters beyond ASCII are control characters, so it is in another encoding"
            + (LATIN.contains(charset.name())
                ? ", likely windows-1252 (--encoding windows-1252)"
                : ""));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
