/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.docket.error.DocketException;

/**
 * Opens corpus files: plain, gzip, or the first fitting file of a zip, told by their first bytes.
 */
final class CorpusFile {

  /** No text in UTF-8 begins so: the second byte is only ever part of a longer character. */
  private static final String GZIP = "\u001f\u008b";

  /**
   * A zip, an empty one, and part of a split one. Two letters would be too few: texts have them.
   */
  private static final Set<String> ZIPS = Set.of("PK\3\4", "PK\5\6", "PK\7\b");

  private static final int MAGIC = 4;

  private CorpusFile() {}

  /**
   * Opens a file; of a zip the first .csv, if that is the format.
   *
   * @throws DocketException if there is no such file
   */
  static InputStream bytes(Path file, CorpusFormat format) throws IOException {
    if (Files.isDirectory(file)) {
      throw new DocketException(file + " is a folder, not a file");
    }
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file));
      try {
        return decompressed(in, file, format);
      } catch (IOException | RuntimeException e) {
        in.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new DocketException("the file " + file + " does not exist", e);
    }
  }

  private static InputStream decompressed(InputStream in, Path file, CorpusFormat format)
      throws IOException {
    in.mark(MAGIC);
    String magic = new String(in.readNBytes(MAGIC), StandardCharsets.ISO_8859_1);
    in.reset();
    if (magic.startsWith(GZIP)) {
      return new GZIPInputStream(in, 1 << 16);
    }
    return ZIPS.contains(magic) ? firstFile(new ZipInputStream(in), file, format) : in;
  }

  private static InputStream firstFile(ZipInputStream zip, Path file, CorpusFormat format)
      throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && fits(entry.getName(), format)) {
        return zip;
      }
    }
    String wanted = format == CorpusFormat.CSV ? ".csv file" : "file";
    throw new DocketException(file + " is a zip without a " + wanted + " in it");
  }

  /** A Mac's zip also has "__MACOSX/._complaints.csv", which is not a CSV. */
  private static boolean fits(String entry, CorpusFormat format) {
    String name = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (format != CorpusFormat.CSV || name.endsWith(".csv"));
  }
}
