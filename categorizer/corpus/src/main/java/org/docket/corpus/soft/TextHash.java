/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.soft;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.docket.io.Sha256;

/**
 * What a text is known by in files of soft labels: the first 16 hexadecimal digits, in lower case,
 * of the SHA-256 of its UTF-8 bytes. The text is that of the corpus' cell (or JSON string) as it
 * was read, with its blanks and line ends, before anything is cleaned.
 */
public final class TextHash {

  private static final int BYTES = 8;
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

  private TextHash() {}

  /** The hash of a text. */
  public static String of(String text) {
    byte[] hash = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }

  /** Whether it looks like one. */
  static boolean isOne(String hash) {
    return FORM.matcher(hash).matches();
  }
}
