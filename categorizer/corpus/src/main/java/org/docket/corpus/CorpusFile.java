/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.docket.DocketException;

/**
 * Opens corpus files: plain, gzip, or the first fitting file of a zip, told by their first bytes.
 */
final class CorpusFile {

  private static final int GZIP = 0x1f8b;
  private static final int ZIP = 0x504b;

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
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    if (magic == GZIP) {
      return new GZIPInputStream(in, 1 << 16);
    }
    return magic == ZIP ? firstFile(new ZipInputStream(in), file, format) : in;
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
