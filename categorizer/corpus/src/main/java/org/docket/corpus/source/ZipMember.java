/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.tukaani.xz.XZInputStream;

/** A file in a zip. */
record ZipMember(ZipFile zip, ZipArchiveEntry entry) {

  private static final int XZ_KIBIBYTES = 96 << 10;

  private static final Set<ZipMethod> READ =
      EnumSet.of(
          ZipMethod.STORED,
          ZipMethod.DEFLATED,
          ZipMethod.ENHANCED_DEFLATED,
          ZipMethod.UNSHRINKING,
          ZipMethod.IMPLODING,
          ZipMethod.BZIP2,
          ZipMethod.XZ,
          ZipMethod.ZSTD,
          ZipMethod.ZSTD_DEPRECATED);

  private static final Pattern DATA =
      Pattern.compile(
          "(?s).*\\.(csv|tsv|tab|psv|json|jsonl|ndjson|train)(\\.(gz|bz2|xz|zst|zip|txt))?");

  private static final Pattern ABOUT =
      Pattern.compile(
          "(?s)(readme|license|licence|notice|copying|changes|changelog)(\\..*)?|.*\\.md");

  String name() {
    return entry.getName();
  }

  /** How many bytes it takes in the zip; 0 if that is not known. */
  long packedBytes() {
    return Math.max(0, entry.getCompressedSize());
  }

  /** The name without folders, in lower case. */
  private String plainName() {
    String name = name().replace('\\', '/');
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** How likely it is that it has the texts, by its name: 0 is the best. */
  int rank() {
    if (DATA.matcher(plainName()).matches()) {
      return 0;
    }
    return ABOUT.matcher(plainName()).matches() ? 2 : 1;
  }

  /** Why it is left out whatever is in it. */
  Optional<String> leftOut() {
    boolean hidden =
        Pattern.compile("[/\\\\]")
            .splitAsStream(name())
            .anyMatch(part -> part.matches("(?s)\\.+[^.].*|__MACOSX"));
    if (hidden) {
      return Optional.of("hidden");
    }
    if (entry.isUnixSymlink()) {
      return Optional.of("a link");
    }
    return entry.getSize() == 0 ? Optional.of("empty") : Optional.empty();
  }

  /** Why its bytes cannot be read. */
  Optional<String> unreadable() {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Optional.of("is encrypted");
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method == null) {
      return Optional.of("is packed by the unknown method " + entry.getMethod());
    }
    return READ.contains(method)
        ? Optional.empty()
        : Optional.of("is packed by the method " + method + " (" + entry.getMethod() + ")");
  }

  /** Its bytes, checked against length and checksum. */
  InputStream open() throws IOException {
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    // Commons-compress would give xz as much memory as a file asks for.
    InputStream in =
        method == ZipMethod.XZ
            ? new XZInputStream(zip.getRawInputStream(entry), XZ_KIBIBYTES)
            : zip.getInputStream(entry);
    return new CheckedMember(in, entry.getSize(), entry.getCrc());
  }
}
