/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The byte order marks that a text may begin with. */
enum Mark {
  UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00fe\u00ff");

  private final Charset charset;
  private final String bytes;

  Mark(Charset charset, String bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  Charset charset() {
    return charset;
  }

  int length() {
    return bytes.length();
  }

  static Optional<Mark> of(byte[] start) {
    for (Mark mark : values()) {
      if (Signatures.latin(start, mark.length()).equals(mark.bytes)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  /** Whether more bytes can tell more; those of UTF-16 may be the half of UTF-32's. */
  static boolean undecided(byte[] start) {
    String bytes = Signatures.latin(start, 4);
    return Signatures.isPart(bytes, UTF_8.bytes)
        || Signatures.isPart(bytes, "\u00ff\u00fe\0\0")
        || Signatures.isPart(bytes, "\0\0\u00fe\u00ff")
        || Signatures.isPart(bytes, UTF_16BE.bytes);
  }

  static boolean isUtf32(byte[] start) {
    String bytes = Signatures.latin(start, 4);
    return bytes.equals("\u00ff\u00fe\0\0") || bytes.equals("\0\0\u00fe\u00ff");
  }
}
