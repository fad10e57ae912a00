/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Compressions that are taken off, told by their first bytes. */
enum Compression {
  // No text in UTF-8 begins so: the second byte is only ever part of a longer character.
  GZIP("gzip", "gzip -dc", "\u001f\u008b\b"),
  // Of a text in letters the whole number: that of the first block, or of an empty file.
  BZIP2("bzip2", "bzip2 -dc", "BZh?1AY&SY", "BZh?\u0017rE8P\u0090"),
  XZ("xz", "xz -dc", "\u00fd7zXZ\0"),
  // Or a frame to be skipped, of which there are sixteen; pzstd begins with the first.
  ZSTD("zst", "zstd -dc", "(\u00b5/\u00fd", "P*M\u0018");

  /** A preset -9 takes 65 MiB. */
  private static final int XZ_KIBIBYTES = 96 << 10;

  private static final char ANY = '?';

  private final String title;
  private final String command;
  private final List<String> magics;

  Compression(String title, String command, String... magics) {
    this.title = title;
    this.command = command;
    this.magics = List.of(magics);
  }

  /** What its users call it. */
  String title() {
    return title;
  }

  /** The command that takes it off, as far as it goes. */
  String command() {
    return command;
  }

  /** Which one a file begins with. */
  static Optional<Compression> of(byte[] start) {
    for (Compression compression : values()) {
      for (String magic : compression.magics) {
        if (start.length >= magic.length() && fits(start, magic)) {
          return Optional.of(compression);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether more bytes can tell more. */
  static boolean undecided(byte[] start) {
    for (Compression compression : values()) {
      for (String magic : compression.magics) {
        if (start.length < magic.length() && fits(start, magic)) {
          return true;
        }
      }
    }
    return start.length < 4 && Signatures.isPart(Signatures.latin(start, 4), "PK\3\4");
  }

  /**
   * Takes it off; what several members or frames hold is one.
   *
   * @param notices gets what stands behind them
   */
  InputStream unpack(Bytes in, Consumer<String> notices) throws IOException {
    return switch (this) {
      case GZIP -> new GzipInput(in, notices);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ -> new XZInputStream(in, XZ_KIBIBYTES);
      case ZSTD -> new ZstdInputStream(new ZstdFrames(in));
    };
  }

  private static boolean fits(byte[] start, String magic) {
    for (int i = 0; i < Math.min(start.length, magic.length()); i++) {
      if (magic.charAt(i) != ANY && (start[i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
