/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Category names in OpenNLP's training format, where a name ends at the first white space.
 *
 * <p>White space and the per cent sign are written as in URLs: {@code Debt collection} becomes
 * {@code Debt%20collection}. All else, commas and non-ASCII included, stays as it is. A per cent
 * sign without two hexadecimal digits after it is itself, and a name whose escapes are not UTF-8
 * stays as it is, so that names that were never escaped are read as they stand.
 */
public final class CategoryNames {

  private CategoryNames() {}

  /** A name without white space. */
  public static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (c == '%' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                appendEscaped(c, escaped);
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /**
   * The name that a model gives a category: the category's own, unless {@link #unescape} would take
   * it for an escaped one. So unescaping the names of a model's categories always gives the labels,
   * whether the model was trained on labels or on escaped ones.
   */
  public static String modelName(String name) {
    return unescape(name).equals(name) ? name : escape(name);
  }

  /** The name that {@link #escape} made this of. */
  public static String unescape(String escaped) {
    if (escaped.indexOf('%') < 0) {
      return escaped;
    }
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
    byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (isEscape(bytes, i)) {
        utf8.write(HexFormat.fromHexDigits(escapeDigits(bytes, i)));
        i += 2;
      } else {
        utf8.write(bytes[i]);
      }
    }
    return decode(utf8.toByteArray()).orElse(escaped);
  }

  /** Empty if it is not UTF-8: digits follow a per cent sign by chance, as in "100%ad-free". */
  private static Optional<String> decode(byte[] utf8) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void appendEscaped(int codePoint, StringBuilder to) {
    HexFormat hex = HexFormat.of().withUpperCase();
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      to.append('%').append(hex.toHexDigits(b));
    }
  }

  private static boolean isEscape(byte[] bytes, int i) {
    return bytes[i] == '%'
        && i + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[i + 1])
        && HexFormat.isHexDigit(bytes[i + 2]);
  }

  private static String escapeDigits(byte[] bytes, int i) {
    return new String(bytes, i + 1, 2, StandardCharsets.US_ASCII);
  }
}
