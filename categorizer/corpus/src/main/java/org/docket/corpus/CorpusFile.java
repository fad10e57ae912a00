/* SPDX-License-Identifier: Apache-2.0 */
package org.docket.corpus;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.io.input.BOMInputStream;
import org.docket.DocketException;

/**
 * Opens corpus files: plain, gzip, or a zip's first file, told by their first bytes; UTF-8 with or
 * without a byte order mark. Bytes that are not UTF-8 become U+FFFD.
 */
public final class CorpusFile {

  private static final int GZIP = 0x1f8b;
  private static final int ZIP = 0x504b;

  private CorpusFile() {}

  /**
   * Opens a file for reading as text.
   *
   * @throws DocketException if there is no such file
   */
  public static Reader open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new DocketException(file + " is a folder, not a file");
    }
    try {
      return text(decompressed(new BufferedInputStream(Files.newInputStream(file)), file));
    } catch (NoSuchFileException e) {
      throw new DocketException("the file " + file + " does not exist", e);
    }
  }

  /** UTF-8 text with its byte order mark taken off. */
  public static Reader text(InputStream in) throws IOException {
    InputStream unmarked = BOMInputStream.builder().setInputStream(in).get();
    return new BufferedReader(new InputStreamReader(unmarked, StandardCharsets.UTF_8));
  }

  private static InputStream decompressed(InputStream in, Path file) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    if (magic == GZIP) {
      return new GZIPInputStream(in, 1 << 16);
    }
    return magic == ZIP ? firstFile(new ZipInputStream(in), file) : in;
  }

  private static InputStream firstFile(ZipInputStream zip, Path file) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        return zip;
      }
    }
    throw new DocketException(file + " is a zip without a file in it");
  }
}
